/**
 * Loaded before a supervised process: where `npm start` or `npm run dev` is gone (even killed), the process ends in its own
 * order. What it forks (next dev forks its server) inherits this import; that is its own to end.
 */
if (process.env.SUPERVISOR === String(process.ppid)) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
