package org.bulkhead.builder.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.scenario.file.HostStep;

/** Does the host's part of a plan, whenever the conductor says that it is the turn of one of its steps. */
final class HostPart {
    private static final String CALL = "(?m)^@host step=(\\d+)$";
    private static final Pattern CALLS = Pattern.compile(CALL);

    private final List<HostStep> steps;
    private final EmulatorRun run;
    private final List<String> problems = new ArrayList<>();

    private HostPart(List<HostStep> steps, EmulatorRun run) {
        this.steps = steps;
        this.run = run;
    }

    /** Begins to listen for a plan's steps on another thread, which ends with the machine. */
    static HostPart of(List<HostStep> steps, EmulatorRun run) {
        HostPart part = new HostPart(steps, run);
        if (!steps.isEmpty()) {
            Thread thread = new Thread(part::play, "host's part of a scenario");
            thread.setDaemon(true);
            thread.start();
        }
        return part;
    }

    private void play() {
        try {
            for (int calls = 1;; calls++) {
                run.awaitDebug("(?s)(?:^@host step=\\d+$.*?){" + calls + "}");
                perform(number(calls));
            }
        } catch (UserProblem e) {
            // The machine has ended, as it should at some time; what the host could not do while it ran counts.
            if (run.isRunning()) {
                add(e.getMessage());
            }
        } catch (RuntimeException e) {
            add(e.toString());
        }
    }

    private int number(int call) {
        Matcher matcher = CALLS.matcher(run.debugConsole());
        for (int i = 0; i < call; i++) {
            matcher.find();
        }
        return Integer.parseInt(matcher.group(1));
    }

    private void perform(int number) {
        HostStep step = steps.stream().filter(each -> each.number() == number).findFirst().orElseThrow(() -> UserProblem.failure("the conductor called for step " + number + ", which is not the host's"));
        switch (step.device()) {
            case SERIAL -> run.type(step.text());
            case KEYBOARD -> run.desk().type(step.text());
        }
    }

    private synchronized void add(String problem) {
        problems.add(problem);
    }

    /** Returns what the host could not do. */
    synchronized List<String> problems() {
        return List.copyOf(problems);
    }
}
