/* Preloaded library that makes the disk full: once fulldisk_start(root, bytes) is called, files below `root` may grow by
 * `bytes` in all; a write that would go beyond fails with ENOSPC, as it does when the last block is taken. A program that
 * cannot call it is given FULLDISK_ROOT and FULLDISK_SWITCH: while the file that the latter names exists, nothing grows.
 * Each refusal leaves a witness: a count that fulldisk_refused() tells, and beside the switch a file whose name ends in .felt */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static char root[1024];
static long left = -1;
static long refused;
static char lever[1024]; /* a copy: PostgreSQL writes its title over its environment */

__attribute__((constructor)) static void prepare(void) {
    const char *given = getenv("FULLDISK_ROOT");
    const char *file = getenv("FULLDISK_SWITCH");
    if (!given || !file) return;
    strncpy(root, given, sizeof root - 1);
    strncpy(lever, file, sizeof lever - 1);
}

/* Whether growth is counted just now. */
static int is_bounded(void) { return left >= 0 || (*lever && !access(lever, F_OK)); }

void fulldisk_start(const char *root_, long bytes) {
    strcpy(root, root_);
    left = bytes;
    refused = 0;
}

long fulldisk_refused(void) { return refused; }

/* Say that a write was refused. */
static void witness(void) {
    char felt[1032];
    __atomic_add_fetch(&refused, 1, __ATOMIC_RELAXED);
    if (!*lever) return;
    snprintf(felt, sizeof felt, "%s.felt", lever);
    int fd = open(felt, O_CREAT | O_WRONLY, 0644);
    if (fd >= 0) close(fd);
}

/* Whether a write of `size` bytes at `offset` has room; takes it when it has. */
static int has_room(int fd, size_t size, off_t offset) {
    char link[64], path[1024];
    struct stat status;
    if (!is_bounded()) return 1;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 1;
    path[length] = 0;
    if (strncmp(path, root, strlen(root)) || fstat(fd, &status) || !S_ISREG(status.st_mode)) return 1;
    long grows = (long)(offset + (off_t)size - status.st_size);
    if (grows <= 0) return 1;
    if (left < 0 || grows > left) {
        witness();
        errno = ENOSPC;
        return 0;
    }
    left -= grows;
    return 1;
}

static void *real(const char *symbol) {
    void *found = dlsym(RTLD_NEXT, symbol);
    if (!found) abort();
    return found;
}

int statvfs(const char *path, struct statvfs *usage) {
    int done = ((int (*)(const char *, struct statvfs *))real("statvfs"))(path, usage);
    if (left >= 0 && !strncmp(path, root, strlen(root))) usage->f_bavail = left / usage->f_frsize;
    return done;
}

int statvfs64(const char *path, struct statvfs64 *usage) { return statvfs(path, (struct statvfs *)usage); }

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
    if (!has_room(fd, size, offset)) return -1;
    return ((ssize_t(*)(int, const void *, size_t, off_t))real("pwrite"))(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t offset) { return pwrite(fd, bytes, size, offset); }

ssize_t write(int fd, const void *bytes, size_t size) {
    if (is_bounded()) {
        off_t offset = lseek(fd, 0, SEEK_CUR);
        if (offset >= 0 && !has_room(fd, size, offset)) return -1;
    }
    return ((ssize_t(*)(int, const void *, size_t))real("write"))(fd, bytes, size);
}
