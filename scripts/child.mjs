/** Loaded before a supervised process: where `npm start` is gone (even killed), the process ends in its own order. */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
