package org.bulkhead.servers.console;

/** Text on a terminal, which shows {@linkplain Style styles} once it is known to understand them. */
final class Terminal {
    /** Where text goes; lines end with line feeds. */
    @FunctionalInterface
    interface Output {
        void write(String text);

        /** Waits until all of it has left the machine. */
        default void drain() {}
    }

    private final Output output;
    private boolean styled;

    private Terminal(Output output) {
        this.output = output;
    }

    /** Makes a terminal that shows no styles yet. */
    static Terminal writingTo(Output output) {
        return new Terminal(output);
    }

    /** Shows styles from now on. */
    void useStyles() {
        styled = true;
    }

    boolean isStyled() {
        return styled;
    }

    void print(String text) {
        if (!text.isEmpty()) {
            output.write(text);
        }
    }

    /** Waits until all that was printed has left the machine. */
    void drain() {
        output.drain();
    }

    void println(String text) {
        print(text + '\n');
    }

    /** Prints a line in a style. */
    void println(Style style, String text) {
        println(styled ? style.apply(text) : text);
    }
}
