/**
 * Loaded before a supervised process: when `npm start` or `npm run dev` is gone (even killed), the process ends in its own
 * order. What it forks (next dev forks its server) inherits this import, but the process itself must end that.
 */
if (process.env.SUPERVISOR === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
