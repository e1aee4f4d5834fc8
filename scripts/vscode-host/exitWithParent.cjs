// Loaded into the VS Code server before its own code: when the process that started it is gone (killed, not asked), it goes too.
const parent = Number(process.env.EXIT_WITH_PARENT);
delete process.env.EXIT_WITH_PARENT;
if (parent > 0)
  setInterval(() => {
    if (process.ppid === parent) return;
    try {
      process.kill(-process.pid, 'SIGTERM');
    } finally {
      process.exit(0);
    }
  }, 1000).unref();
