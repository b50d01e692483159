/* Preloaded library that keeps, of one folder, only what a power cut would leave: the bytes of each file's last fsync.
 *
 * powercut_start(root, shadow, early) starts it, in a process of one thread at a time:
 *   - a file's bytes become durable when fsync or fdatasync of it returns: they are copied to `shadow`/<number>;
 *   - a name (made, changed or removed) becomes durable when its folder is synced; with `early`, at once. Systems do either;
 *   - what exists when it starts is durable.
 * `shadow`/names lists the durable names, one a line: number, space, path below root. Both kinds of files are replaced in
 * one step, so this process may be killed at any instant. The copy is taken before the sync returns, hence never holds
 * more than was written before. The disk itself is not synced: nothing here outlives the machine.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST 512
#define WIDE 1024

struct name { int number; char path[WIDE]; };
struct move { char from[WIDE], to[WIDE]; };

static struct name live[MOST], durable[MOST];
static struct move moves[16]; /* Folders renamed, whose parent was not synced since. */
static int move_count;
static int live_count, durable_count, next_number, started, early_names;
static char root[WIDE], shadow[WIDE];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void give_up(const char *what) { perror(what); abort(); }

static void *real(const char *symbol) {
    void *found = dlsym(RTLD_NEXT, symbol);
    if (!found) give_up(symbol);
    return found;
}

static int (*real_open(void))(const char *, int, ...) { return (int (*)(const char *, int, ...))real("open"); }
static int (*real_rename(void))(const char *, const char *) { return (int (*)(const char *, const char *))real("rename"); }

/* Path below the root, or NULL when it is elsewhere or is the shared memory that no power cut keeps. */
static const char *below(const char *path) {
    size_t length = strlen(root), size = strlen(path);
    if (!started || strncmp(path, root, length) || (path[length] != '/' && path[length])) return NULL;
    if (size > 4 && !strcmp(path + size - 4, "-shm")) return NULL;
    return path[length] ? path + length + 1 : "";
}

static struct name *find(const char *path) {
    for (int i = 0; i < live_count; i++)
        if (!strcmp(live[i].path, path)) return &live[i];
    return NULL;
}

static void forget(const char *path) {
    struct name *found = find(path);
    if (found) *found = live[--live_count];
}

static void add(const char *path, int number) {
    if (live_count == MOST || strlen(path) >= WIDE) give_up("too many names");
    live[live_count].number = number;
    strcpy(live[live_count++].path, path);
}

static void publish(const char *name, const char *draft) {
    char target[2 * WIDE];
    snprintf(target, sizeof target, "%s/%s", shadow, name);
    if (real_rename()(draft, target)) give_up(target);
}

static int draft_file(char *draft) {
    snprintf(draft, 2 * WIDE, "%s/draft", shadow);
    int made = real_open()(draft, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (made < 0) give_up(draft);
    return made;
}

static void write_names(void) {
    char draft[2 * WIDE], line[2 * WIDE];
    int made = draft_file(draft);
    for (int i = 0; i < durable_count; i++) {
        int length = snprintf(line, sizeof line, "%d %s\n", durable[i].number, durable[i].path);
        if (write(made, line, length) != length) give_up("names");
    }
    close(made);
    publish("names", draft);
}

/* The names below a folder follow it. */
static void follow(struct name *names, int count, const char *from, const char *to) {
    size_t length = strlen(from);
    char path[2 * WIDE];
    for (int i = 0; i < count; i++) {
        if (strncmp(names[i].path, from, length) || names[i].path[length] != '/') continue;
        snprintf(path, sizeof path, "%s%s", to, names[i].path + length);
        if (strlen(path) >= WIDE) give_up("long name");
        strcpy(names[i].path, path);
    }
}

static int is_inside(const char *path, const char *folder) {
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) : 0;
    return length == strlen(folder) && !strncmp(path, folder, length);
}

/* Makes durable the names of one folder (its path below the root). */
static void sync_names(const char *folder) {
    int kept = 0;
    for (int i = 0; i < move_count;) {
        if (!is_inside(moves[i].to, folder)) { i++; continue; }
        follow(durable, durable_count, moves[i].from, moves[i].to);
        moves[i] = moves[--move_count];
    }
    for (int pass = 0; pass < 2; pass++) {
        struct name *from = pass ? live : durable;
        int count = pass ? live_count : durable_count;
        for (int i = 0; i < count; i++) {
            if (is_inside(from[i].path, folder) == pass) durable[kept++] = from[i];
        }
        if (!pass) durable_count = kept;
    }
    durable_count = kept;
    write_names();
}

static void names_changed(void) {
    if (!early_names) return;
    memcpy(durable, live, sizeof live);
    durable_count = live_count;
    write_names();
}

static void copy_bytes(int source, int number) {
    char draft[2 * WIDE], name[32], buffer[65536];
    int made = draft_file(draft);
    off_t offset = 0;
    for (ssize_t got; (got = pread(source, buffer, sizeof buffer, offset)) > 0; offset += got)
        if (write(made, buffer, got) != got) give_up("copy");
    close(made);
    snprintf(name, sizeof name, "%d", number);
    publish(name, draft);
}

static void scan(const char *folder) {
    char path[2 * WIDE];
    DIR *entries = opendir(folder);
    if (!entries) give_up(folder);
    for (struct dirent *entry; (entry = readdir(entries));) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..") || !below(path)) continue;
        if (entry->d_type == DT_DIR) { scan(path); continue; }
        int source = real_open()(path, O_RDONLY);
        if (source < 0) give_up(path);
        add(below(path), next_number);
        copy_bytes(source, next_number++);
        close(source);
    }
    closedir(entries);
}

void powercut_start(const char *root_, const char *shadow_, int early) {
    strcpy(root, root_);
    strcpy(shadow, shadow_);
    started = 1;
    scan(root);
    early_names = 1;
    names_changed();
    early_names = early;
}

static int note_open(const char *path, int flags, int fd, int existed) {
    const char *inside = below(path);
    if (fd < 0 || !inside || !(flags & O_CREAT) || existed) return fd;
    pthread_mutex_lock(&lock);
    if (!find(inside)) { add(inside, next_number++); names_changed(); }
    pthread_mutex_unlock(&lock);
    return fd;
}

static int opened(const char *symbol, const char *path, int flags, mode_t mode) {
    int existed = !below(path) || !access(path, F_OK);
    int fd = ((int (*)(const char *, int, ...))real(symbol))(path, flags, mode);
    return note_open(path, flags, fd, existed);
}

#define MODE(last) mode_t mode = 0; if (flags & O_CREAT) { va_list rest; va_start(rest, last); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return opened("open", path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened("open64", path, flags, mode); }

static int opened_at(const char *symbol, int folder, const char *path, int flags, mode_t mode) {
    int existed = !below(path) || !access(path, F_OK);
    int fd = ((int (*)(int, const char *, int, ...))real(symbol))(folder, path, flags, mode);
    return note_open(path, flags, fd, existed);
}

int openat(int folder, const char *path, int flags, ...) { MODE(flags) return opened_at("openat", folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return opened_at("openat64", folder, path, flags, mode); }

/* What a sync makes durable; 0 when the descriptor is of the folder. */
static int synced(int fd) {
    char link[64], path[WIDE];
    struct stat status;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = started ? readlink(link, path, sizeof path - 1) : -1;
    if (length < 0) return 0;
    path[length] = 0;
    const char *inside = below(path);
    if (!inside || fstat(fd, &status)) return 0;
    pthread_mutex_lock(&lock);
    if (S_ISDIR(status.st_mode)) sync_names(inside);
    else {
        struct name *found = find(inside);
        if (found) copy_bytes(fd, found->number);
    }
    pthread_mutex_unlock(&lock);
    return 1;
}

int fsync(int fd) { return synced(fd) ? 0 : ((int (*)(int))real("fsync"))(fd); }
int fdatasync(int fd) { return synced(fd) ? 0 : ((int (*)(int))real("fdatasync"))(fd); }

int unlink(const char *path) {
    int done = ((int (*)(const char *))real("unlink"))(path);
    const char *inside = below(path);
    if (!done && inside) {
        pthread_mutex_lock(&lock);
        forget(inside);
        names_changed();
        pthread_mutex_unlock(&lock);
    }
    return done;
}

int unlinkat(int folder, const char *name, int flags) {
    int done = ((int (*)(int, const char *, int))real("unlinkat"))(folder, name, flags);
    char link[64], path[2 * WIDE];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = started && !done && !flags ? readlink(link, path, WIDE - 1) : -1;
    if (length < 0) return done;
    snprintf(path + length, WIDE, "/%s", name);
    const char *inside = below(path);
    if (inside) {
        pthread_mutex_lock(&lock);
        forget(inside);
        names_changed();
        pthread_mutex_unlock(&lock);
    }
    return done;
}

int rename(const char *from, const char *to) {
    int done = real_rename()(from, to);
    const char *old = below(from), *new = below(to);
    if (!done && old && new) {
        pthread_mutex_lock(&lock);
        struct name *found = find(old);
        struct stat status;
        if (!found && !stat(to, &status) && S_ISDIR(status.st_mode)) {
            if (move_count == 16) give_up("too many moves");
            follow(live, live_count, old, new);
            strcpy(moves[move_count].from, old);
            strcpy(moves[move_count++].to, new);
        } else {
            int number = found ? found->number : next_number++;
            forget(old);
            forget(new);
            add(new, number);
        }
        names_changed();
        pthread_mutex_unlock(&lock);
    }
    return done;
}
