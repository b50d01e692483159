"""What Alembic runs: the migrations, over the connection and inside the transaction that the server gives."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
