package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Commands to the debugger of Bochs and its answers, which end with a prompt. A debugger that does not answer within two minutes is ended. */
final class DebuggerPipe {
    private static final int BUFFER_SIZE = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String PROMPT = "<bochs:";
    private static final String PROMPT_END = "> ";
    private static final long NOT_DUE = Long.MAX_VALUE;

    private final Process process;
    private final OutputStream commands;
    private final InputStream answers;
    private final Thread watch = new Thread(this::watch, "patience with a debugger");
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private final StringBuilder pending = new StringBuilder();
    private volatile long answerDue = NOT_DUE;
    private boolean ended;

    DebuggerPipe(Process process) {
        this.process = process;
        commands = process.getOutputStream();
        answers = process.getInputStream();
        watch.setDaemon(true);
        watch.start();
    }

    /** Waits for the first prompt; returns whether it came. */
    boolean begins() throws IOException {
        await(1, 0);
        return !ended;
    }

    /** Returns whether there is nobody any more who would answer. */
    boolean hasEnded() {
        return ended;
    }

    /** Sends nothing any more. */
    void end() {
        ended = true;
    }

    /** Sends commands together and returns all that is answered, as far as the debugger comes. Between two looks it rests for {@code pieceNanos}. */
    String send(long pieceNanos, String... lines) {
        if (ended) {
            return "";
        }
        try {
            commands.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
            commands.flush();
            return await(lines.length, pieceNanos);
        } catch (IOException e) {
            ended = true;
            return "";
        }
    }

    /** Returns what comes before the last of {@code prompts} prompts, or what there is when the debugger has ended. */
    private String await(int prompts, long pieceNanos) throws IOException {
        StringBuilder answer = new StringBuilder();
        answerDue = System.nanoTime() + PATIENCE.toNanos();
        for (int found = 0; found < prompts;) {
            int at = pending.indexOf(PROMPT);
            int end = at < 0 ? -1 : pending.indexOf(PROMPT_END, at);
            if (end >= 0) {
                answer.append(pending, 0, at);
                pending.delete(0, end + PROMPT_END.length());
                found++;
                continue;
            }
            if (pieceNanos > 0) {
                LockSupport.parkNanos(pieceNanos);
            }
            int count = answers.read(buffer);
            if (count < 0) {
                ended = true;
                answer.append(pending);
                pending.setLength(0);
                break;
            }
            for (int i = 0; i < count; i++) {
                if (buffer[i] != '\r') {
                    pending.append((char) (buffer[i] & 0xFF));
                }
            }
        }
        answerDue = NOT_DUE;
        return answer.toString();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK.toMillis());
                long due = answerDue;
                if (due != NOT_DUE && System.nanoTime() - due > 0) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            // The pipe is closed.
        }
    }

    /** Ends the watch over answers; whoever started the process ends that. */
    void close() {
        watch.interrupt();
    }
}
