package org.bulkhead.builder;

import org.bulkhead.builder.cli.CommandLineTool;

/** The {@code bulkhead} command. */
public final class Main {
    private Main() {}

    /** Does what the arguments say and exits with 0 (done), 1 (failed) or 2 (wrongly asked). */
    public static void main(String[] arguments) {
        System.exit(CommandLineTool.standard().run(arguments));
    }
}
