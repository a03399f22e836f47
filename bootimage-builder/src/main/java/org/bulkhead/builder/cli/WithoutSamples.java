package org.bulkhead.builder.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints what a machine prints, line by line as it comes, but the samples of its services' work, which are for programs. */
final class WithoutSamples implements Consumer<String> {
    private static final String SAMPLE = "@sample ";

    private final PrintWriter out;
    private final StringBuilder line = new StringBuilder();

    WithoutSamples(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(String piece) {
        line.append(piece);
        for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
            String complete = line.substring(0, end);
            line.delete(0, end + 1);
            if (!complete.startsWith(SAMPLE)) {
                out.println(complete);
            }
        }
        out.flush();
    }
}
