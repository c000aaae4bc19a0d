import type { Result } from "@/domain/result";
import type { Sent } from "./send-command";

/**
 * Sends a file's bytes with their length and SHA-256, so that a cut body is noticed.
 * @param onSent called with the number of bytes sent so far
 */
export async function sendFile(
  file: File,
  onSent: (bytes: number) => void,
): Promise<Sent<{ uploadId: string }>> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return new Promise((resolve) => {
    // fetch does not report how much of a body was sent.
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () => resolve(parsed(request.responseText)));
    request.addEventListener("error", () => resolve({ ok: false, code: "UNREACHABLE" }));
    request.open("POST", "/api/uploads");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-File-Bytes", String(file.size));
    request.setRequestHeader("X-File-Sha256", sha256);
    request.send(file);
  });
}

function parsed(text: string): Sent<{ uploadId: string }> {
  try {
    return JSON.parse(text) as Result<{ uploadId: string }>;
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
