package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulkhead.builder.emulator.Display;
import org.bulkhead.builder.scenario.judge.ComesToTheEnd.RefusedStep;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.Units;
import org.bulkhead.builder.yaml.YamlNode;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.servers.scenario.Condition;
import org.bulkhead.servers.scenario.Plan;
import org.bulkhead.servers.scenario.Step;
import org.bulkhead.servers.scenario.Step.Action;
import org.bulkhead.servers.scenario.Step.Trigger;

/** Reads {@code plan} and the times that go with it, and compiles them for the conductor. */
final class PlanReader {
    private static final long LOOK_NANOS = 10_000_000L;
    private static final long SAMPLE_NANOS = 200_000_000L;
    private static final long LIMIT_NANOS = 120_000_000_000L;
    private static final String NONE = "none";
    private static final int FIRST_CONTROL_CHARACTER_ALLOWED = 0x20;
    private static final int LAST_CHARACTER = 0xFF;

    /** Actions that are done to a component, whose name is their value. */
    private static final Map<String, Action> COMPONENT_ACTIONS = componentActions();
    private static final List<String> ACTIONS = actions();
    private static final Map<String, InjectedFault> FAULTS = faults();
    private static final Map<String, Step.Refusal> REFUSALS = Map.of("allowed", Step.Refusal.ALLOWED, "expected", Step.Refusal.EXPECTED);

    private final ImageReader.Contents image;
    private final MachineSpec machine;
    private final Problems problems;
    private final List<HostStep> hostSteps = new ArrayList<>();
    private final List<RefusedStep> refusals = new ArrayList<>();

    PlanReader(ImageReader.Contents image, MachineSpec machine, Problems problems) {
        this.image = image;
        this.machine = machine;
        this.problems = problems;
    }

    private static Map<String, Action> componentActions() {
        Map<String, Action> actions = new LinkedHashMap<>();
        actions.put("start", Action.START);
        actions.put("up", Action.START);
        actions.put("kill", Action.KILL);
        actions.put("restart", Action.RESTART);
        actions.put("down", Action.DOWN);
        actions.put("refresh", Action.REFRESH);
        actions.put("update", Action.UPDATE);
        actions.put("inject", Action.INJECT);
        actions.put("complain", Action.COMPLAIN);
        return actions;
    }

    /** Faults as people write them: {@code wild write}. */
    private static Map<String, InjectedFault> faults() {
        Map<String, InjectedFault> faults = new LinkedHashMap<>();
        for (InjectedFault each : InjectedFault.values()) {
            faults.put(each.name().toLowerCase(Locale.ROOT).replace('_', ' '), each);
        }
        return faults;
    }

    private static List<String> actions() {
        List<String> actions = new ArrayList<>(COMPONENT_ACTIONS.keySet());
        actions.addAll(List.of("inventory", "type", "press", "wait", "end"));
        return List.copyOf(actions);
    }

    /** Returns the steps that the host has a part in, once the plan has been read. */
    List<HostStep> hostSteps() {
        return hostSteps;
    }

    /** Returns the steps that may or must be refused, once the plan has been read. */
    List<RefusedStep> refusals() {
        return refusals;
    }

    /** Reads the plan of a scenario that has one. */
    Plan read(Section top) {
        long look = problems.in(() -> top.value("look", Units::time, LOOK_NANOS), LOOK_NANOS);
        long sample = problems.in(() -> top.value("timeline", each -> each.text().equals(NONE) ? 0L : Units.time(each), SAMPLE_NANOS), SAMPLE_NANOS);
        long limit = problems.in(() -> top.value("limit", Units::time, LIMIT_NANOS), LIMIT_NANOS);
        List<Step> steps = new ArrayList<>();
        List<YamlNode> nodes = top.list("plan");
        for (int i = 0; i < nodes.size(); i++) {
            YamlNode node = nodes.get(i);
            int number = i + 1;
            problems.in(() -> steps.add(step(node, number)), false);
        }
        problems.in(() -> {
            if (steps.stream().noneMatch(each -> each.action() == Action.END) && steps.size() == nodes.size()) {
                throw top.required("plan").problem("the plan has no end: add a last step \"- end\", perhaps with \"when\"");
            }
            return true;
        }, false);
        return new Plan(look, sample, limit, steps);
    }

    private Step step(YamlNode node, int number) {
        // "- end" is short for "- end:".
        YamlNode.Mapping mapping = node instanceof YamlNode.Scalar scalar && scalar.text().equals("end")
            ? new YamlNode.Mapping(Map.of("end", new YamlNode.Scalar("", scalar.place())), scalar.place()) : null;
        Section step = Section.of(mapping == null ? node : mapping, "a step");
        Trigger trigger = step.has("when") ? Trigger.WHEN : step.has("at") ? Trigger.AT : Trigger.AFTER;
        if (step.has("when") && step.has("at")) {
            throw step.problem("a step has \"at\" and \"when\", and can have one of them: write \"after\" for a delay after \"when\"");
        }
        ConditionReader conditions = new ConditionReader(image);
        List<Condition> when = step.has("when") ? conditions.read(step.required("when")) : List.of();
        List<Condition> until = step.has("until") ? conditions.read(step.required("until")) : List.of();
        long period = step.value("every", Units::time, 0L);
        long times = step.value("times", each -> Units.count(each, 1), 0L);
        if (period == 0 && (step.has("times") || step.has("until"))) {
            throw step.problem("a step has \"times\" or \"until\" without \"every\": add how long it waits between two times, like \"every: 1 s\"");
        }
        if (period > 0 && times == 0 && until.isEmpty()) {
            throw step.problem("a step has \"every\" without an end: add \"times\" or \"until\"");
        }
        Step.Refusal refusal = step.choice("refused", REFUSALS, Step.Refusal.FAILURE);
        if (refusal != Step.Refusal.FAILURE) {
            refusals.add(new RefusedStep(number, refusal == Step.Refusal.EXPECTED ? RefusedStep.Wanted.CERTAINLY : RefusedStep.Wanted.PERHAPS));
        }
        // A repetition begins a period after what it waits for, unless the moment is given.
        long delay = step.value("at", Units::time, step.value("after", Units::time, trigger == Trigger.AFTER ? period : 0L));
        String action = step.oneOf(ACTIONS);
        if (action.equals("wait")) {
            delay += step.value("wait", Units::time);
        }
        Step result = new Step(number, trigger, when, delay, period, times, until, action(action), target(step, action), argument(step, action), text(step, action), refusal);
        if (action.equals("type") || action.equals("press")) {
            hostSteps.add(hostStep(step, action, number));
        }
        step.finish();
        return result;
    }

    private static Action action(String key) {
        return switch (key) {
            case "inventory" -> Action.INVENTORY;
            case "type", "press" -> Action.HOST;
            case "wait" -> Action.WAIT;
            case "end" -> Action.END;
            default -> COMPONENT_ACTIONS.get(key);
        };
    }

    private String target(Section step, String action) {
        if (!COMPONENT_ACTIONS.containsKey(action)) {
            return "";
        }
        return step.value(action, image::component);
    }

    private static long argument(Section step, String action) {
        return switch (action) {
            case "start" -> step.value("argument", each -> Units.count(each, 0), 0L);
            case "inject" -> step.value("fault", each -> Section.choice(each, FAULTS, "\"fault\"")).ordinal();
            default -> 0;
        };
    }

    private String text(Section step, String action) {
        return switch (action) {
            case "inventory" -> step.value("inventory", PlanReader::word);
            case "update" -> step.has("to") ? step.value("to", image::version) : "";
            case "complain" -> step.text("why");
            default -> "";
        };
    }

    /** Reads a text that goes into marked lines and plans. */
    static String word(YamlNode.Scalar scalar) {
        if (scalar.text().chars().anyMatch(each -> each <= FIRST_CONTROL_CHARACTER_ALLOWED || each > LAST_CHARACTER)) {
            throw scalar.problem("\"" + scalar.text() + "\" has a blank or a character that a marked line cannot have: use letters, digits and -");
        }
        return scalar.text();
    }

    private HostStep hostStep(Section step, String action, int number) {
        if (action.equals("press") && machine.display() != Display.ATTENDED) {
            throw step.problem("a step presses keys, and nobody sits at the machine: add \"display: attended\" to \"machine\"");
        }
        return new HostStep(number, action.equals("press") ? HostStep.Device.KEYBOARD : HostStep.Device.SERIAL, step.text(action));
    }
}
