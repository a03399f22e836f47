package org.bulkhead.builder.emulator;

import java.time.Duration;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.Key;

/**
 * Screen, keyboard and mouse of a running machine, as a person in front of it has them. Not for use by several threads.
 *
 * <p>Everything throws {@link UserProblem} if the machine has ended or the emulator does not obey.
 */
public abstract class Desk {
    private static final Duration KEYSTROKE = Duration.ofMillis(15);
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** Presses keys one after the other, in this order, and releases them in the opposite one. */
    public final void press(Key... keys) {
        for (Key key : keys) {
            turn(key, Turn.DOWN);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            turn(keys[i], Turn.UP);
        }
    }

    /** Presses or releases one key. */
    public final void turn(Key key, Turn turn) {
        send(key, turn);
        // A keyboard's buffer holds few keys: nobody types faster.
        pause(KEYSTROKE);
    }

    /** Types text on a keyboard with the layout of the United States; a line end is the enter key. Throws IllegalArgumentException for characters that are not on it. */
    public final void type(String text) {
        text.chars().forEach(character -> press(KeyNames.keys((char) character)));
    }

    /** Waits until a regular expression is found in the text of the screen, whose rows are lines without blanks at their end; returns the screen. */
    public final ScreenText awaitScreen(String regex, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            ScreenText screen = screen();
            if (screen.contains(regex)) {
                return screen;
            }
            if (System.nanoTime() >= end) {
                throw UserProblem.failure("the time of " + limit.toSeconds() + " s was up before /" + regex + "/ was on the screen, which is:\n" + screen.text());
            }
            pause(GLANCE);
        }
    }

    /** Returns what the screen shows, which must be in text mode with 80 columns and 25 rows. */
    public abstract ScreenText screen();

    /** Moves the mouse by as many of its own steps to the right and down; negative is left and up. */
    public abstract void move(int right, int down);

    /** Presses or releases a button of the mouse. */
    public abstract void turn(MouseButton button, Turn turn);

    abstract void send(Key key, Turn turn);

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.failure("interrupted", e);
        }
    }

    /** What is done to a key or button. */
    public enum Turn { DOWN, UP }

    /** Buttons of a mouse. */
    public enum MouseButton { LEFT, MIDDLE, RIGHT }
}
