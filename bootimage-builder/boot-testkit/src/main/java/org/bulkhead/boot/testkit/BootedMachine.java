package org.bulkhead.boot.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Desk;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;

/**
 * A machine that a test has booted; the testkit stops it when the test is over.
 *
 * <p>Every wait ends at the latest when the machine's limit of host time is over, and then throws {@link AssertionError} with the last lines of the console.
 */
public final class BootedMachine {
    /** What the console prints when it waits for a command. */
    private static final String PROMPT = "bulkhead> ";

    private final EmulatorRun run;

    BootedMachine(EmulatorRun run) {
        this.run = run;
    }

    /**
     * Waits for a complete line in which a regular expression is found, after everything waited for before.
     *
     * @param regex of {@link java.util.regex.Pattern}
     * @return what was found
     */
    public MatchResult awaitLine(String regex) {
        try {
            return run.awaitLine(regex);
        } catch (UserProblem e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * Waits for text in which a regular expression is found, after everything waited for before, complete line or not.
     *
     * @param regex of {@link java.util.regex.Pattern}
     * @return what was found
     */
    public MatchResult awaitText(String regex) {
        try {
            return run.awaitText(regex);
        } catch (UserProblem e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * Waits until a regular expression is found in the system's log, wherever it lies.
     *
     * @param regex of {@link java.util.regex.Pattern}
     * @return what was found
     */
    public MatchResult awaitLog(String regex) {
        try {
            return run.awaitDebug(regex);
        } catch (UserProblem e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * Waits until an isolate has died {@code times} times; returns its last death then.
     *
     * @param isolate name of the isolate
     * @param times how often it is to have died since the machine was switched on, from 1 on
     * @return its death number {@code times}
     */
    public BootDeath awaitDeath(String isolate, int times) {
        awaitLog("(?:^nucleus: " + Pattern.quote(isolate) + " incarnation \\d+ died: [^\n]*\n(?:.*\n)*?){" + times + "}");
        return deaths(isolate).get(times - 1);
    }

    /** {@return the machine's screen, keyboard and mouse, if it was configured with {@link org.bulkhead.builder.emulator.EmulatorConfig#withDisplay}} */
    public Desk desk() {
        return run.desk();
    }

    /** Waits until the console asks for a command. */
    public void awaitPrompt() {
        awaitText(Pattern.quote(PROMPT));
    }

    /**
     * Types text on the console, as it stands: a command needs its line end.
     *
     * @param text characters of ASCII
     */
    public void type(String text) {
        try {
            run.type(text);
        } catch (UserProblem e) {
            throw new AssertionError(e.getMessage() + "; " + run.tail(), e);
        }
    }

    /**
     * Gives the console, which waits for one, a command; returns what it prints until it waits for the next, the command's own line included.
     *
     * @param command one line, without its end
     * @return what it printed
     */
    public String command(String command) {
        type(command + "\n");
        // The prompt alone may be an older one: it is drawn again after each line of the log.
        return awaitText("(?ms)(" + Pattern.quote(command + "\n") + ".*?)^" + Pattern.quote(PROMPT)).group(1);
    }

    /**
     * Has the console, which waits for a command, kill an isolate; returns its death.
     *
     * @param isolate name of the isolate
     * @return the death
     */
    public BootDeath kill(String isolate) {
        int before = deaths(isolate).size();
        type("kill " + isolate + "\n");
        return awaitDeath(isolate, before + 1);
    }

    /** {@return the deaths of all isolates so far, in order; an isolate that ended as it should is among them, with the reason EXIT} */
    public List<BootDeath> deaths() {
        return BootDeath.in(log());
    }

    /**
     * {@return the deaths of one isolate so far, in order}
     *
     * @param isolate name of the isolate
     */
    public List<BootDeath> deaths(String isolate) {
        return deaths().stream().filter(each -> each.name().equals(isolate)).toList();
    }

    /** Has the console, which waits for a command, switch the machine off. Throws AssertionError if it ends in another way. */
    public void halt() {
        type("halt\n");
        awaitPowerOff();
    }

    /** Waits for the system to switch the machine off. Throws AssertionError if it ends in another way, or its time is up. */
    public void awaitPowerOff() {
        Ending ending = run.awaitEnd();
        if (ending != Ending.POWERED_OFF) {
            throw new AssertionError("the machine was not switched off by the system: " + ending + "; " + run.tail());
        }
    }

    /** {@return everything that the system has printed on the console so far, without carriage returns} */
    public String console() {
        return run.serial();
    }

    /** {@return the system's log so far: what isolates and nucleus have written to it} */
    public String log() {
        return run.debugConsole();
    }

    /** {@return what the printer at the parallel port has printed so far; complete when the machine is off} */
    public String paper() {
        return run.paper();
    }

    /** {@return the file of the disk that the machine booted, its own copy of the image, until the test is over} What the machine has written there is complete when it is off. */
    public Path disk() {
        return run.bootDisk();
    }

    /** {@return the last lines of the console, for a message} */
    public String tail() {
        return run.tail();
    }

    void keepOutput(Path folder) throws IOException {
        run.keepOutput(folder);
    }

    void stop() {
        run.close();
    }
}
