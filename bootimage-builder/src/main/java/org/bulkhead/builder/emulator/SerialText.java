package org.bulkhead.builder.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text that came over the serial line so far, without carriage returns; threads may wait for a part of it. */
final class SerialText {
    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> listener;
    private int consumed;
    private boolean ended;

    /** @param listener is given each piece as it comes, carriage returns included, on the reading thread */
    SerialText(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Adds bytes as Latin-1: what the system prints is ASCII, and no byte may get lost. */
    void add(byte[] bytes, int length) {
        String piece = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        listener.accept(piece);
        synchronized (this) {
            text.append(piece.replace("\r", ""));
            notifyAll();
        }
    }

    /** Says that nothing will follow. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized String all() {
        return text.toString();
    }

    /**
     * Waits for a match after the last one, and consumes up to its end.
     *
     * @param part where a match may lie
     * @return the match, or empty if the text ended or the time was up first
     */
    synchronized Optional<MatchResult> await(Pattern pattern, Part part, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            int last = part == Part.WHOLE_LINES && !ended ? text.lastIndexOf("\n") + 1 : text.length();
            if (last > consumed) {
                Matcher matcher = pattern.matcher(text).region(consumed, last).useTransparentBounds(true);
                if (matcher.find()) {
                    consumed = part == Part.WHOLE_LINES ? nextLine(matcher.end()) : matcher.end();
                    return Optional.of(matcher.toMatchResult());
                }
            }
            long left = end - System.nanoTime();
            if (ended || left <= 0) {
                return Optional.empty();
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }

    private int nextLine(int position) {
        int end = text.indexOf("\n", position);
        return end < 0 ? text.length() : end + 1;
    }

    /** Where a match may lie. */
    enum Part {
        /** Anywhere, for example in a prompt that no line end follows. */
        ANYTHING,
        /** In lines that are complete. */
        WHOLE_LINES
    }
}
