package org.bulkhead.builder.scenario.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.report.Chart;
import org.bulkhead.builder.scenario.judge.ComesToTheEnd;
import org.bulkhead.builder.scenario.judge.ConformanceJudge;
import org.bulkhead.builder.scenario.judge.Expectation;
import org.bulkhead.builder.scenario.judge.Judge;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.YamlFile;
import org.bulkhead.builder.yaml.YamlNode;
import org.bulkhead.servers.scenario.Plan;

/** Reads and checks the files of scenarios; {@code docs/scenarios.md} describes every key. */
public final class ScenarioReader {
    /** End of the names of scenarios' files. */
    public static final String SUFFIX = ".yaml";

    private static final Map<String, Judge> JUDGES = Map.of("conformance", new ConformanceJudge());
    private static final Map<String, ScenarioFile.Repetition> REPETITIONS = Map.of("true", ScenarioFile.Repetition.COMPARED, "false", ScenarioFile.Repetition.ONCE);
    private static final Map<String, Chart.Style> STYLES = Map.of("line", Chart.Style.LINE, "steps", Chart.Style.STEPS, "points", Chart.Style.POINTS);

    private final ProgramCatalogue catalogue;

    /** @param catalogue the programs that a scenario's image can have */
    public ScenarioReader(ProgramCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads a file.
     *
     * @throws UserProblem if it cannot be read or something in it is wrong: one line for each mistake, {@code FILE:LINE: what, value, remedy}
     */
    public ScenarioFile read(Path file) {
        String name = file.getFileName().toString();
        return read(YamlFile.read(file), name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name);
    }

    /** As {@link #read(Path)}, from a file that has been parsed and should name the scenario {@code expectedName}. */
    ScenarioFile read(YamlNode.Mapping root, String expectedName) {
        Problems problems = new Problems();
        Section top = Section.of(root, "the scenario");
        String name = problems.in(() -> name(top, expectedName), expectedName);
        String shows = problems.in(() -> top.text("shows"), "");
        MachineSpec machine = problems.in(() -> MachineReader.read(top.node("machine"), problems), MachineReader.ORDINARY);
        ImageReader image = new ImageReader(catalogue, problems);
        ImageReader.Contents contents = problems.in(() -> image.read(top.section("image"), top.has("plan")), ImageReader.Contents.UNKNOWN);
        PlanReader planReader = new PlanReader(contents, machine, problems);
        Optional<Plan> plan = top.has("plan") ? Optional.of(planReader.read(top)) : Optional.empty();
        List<Expectation> expectations = new ArrayList<>();
        ExpectationReader expectationReader = new ExpectationReader(contents, machine);
        top.list("expect").forEach(each -> problems.in(() -> expectations.add(expectationReader.read(each)), false));
        Optional<Judge> judge = problems.in(() -> Optional.ofNullable(top.choice("judge", JUDGES, null)), Optional.empty());
        ScenarioFile.Repetition repetition = problems.in(() -> top.choice("repeatable", REPETITIONS, ScenarioFile.Repetition.ONCE), ScenarioFile.Repetition.ONCE);
        List<PlotSpec> plots = new ArrayList<>();
        top.list("plots").forEach(each -> problems.in(() -> plots.add(plot(each)), false));
        problems.in(() -> {
            check(top, planReader.hostSteps(), expectations, judge, repetition);
            top.finish();
            return true;
        }, false);
        problems.refuse();
        return new ScenarioFile(name, shows, machine, contents.programs(), plan, List.copyOf(planReader.hostSteps()), new ComesToTheEnd(planReader.refusals()), List.copyOf(expectations), judge, repetition,
            List.copyOf(plots));
    }

    private static String name(Section top, String expected) {
        return top.value("name", each -> {
            if (!each.text().equals(expected)) {
                throw each.problem("the scenario is named \"" + each.text() + "\", and its file " + expected + SUFFIX + ": make them the same");
            }
            return each.text();
        });
    }

    private static void check(Section top, List<HostStep> hostSteps, List<Expectation> expectations, Optional<Judge> judge, ScenarioFile.Repetition repetition) {
        if (expectations.isEmpty() && judge.isEmpty() && !top.has("expect")) {
            throw top.problem("the scenario expects nothing: add \"expect\" with what must hold");
        }
        if (repetition == ScenarioFile.Repetition.COMPARED && !hostSteps.isEmpty()) {
            throw top.problem("the scenario is to be repeatable, and the host takes part in step " + hostSteps.get(0).number() + ", which it never does at the same instruction: leave \"repeatable\" out");
        }
    }

    private static PlotSpec plot(YamlNode node) {
        Section plot = Section.of(node, "a plot");
        String x = plot.text("x", PlotSpec.TICKS);
        PlotSpec spec = new PlotSpec(plot.text("title"), plot.text("line"), x, plot.text("y"), plot.text("by", ""), plot.text("x-label", x.equals(PlotSpec.TICKS) ? "million instructions" : x),
            plot.text("y-label", plot.text("y")), plot.choice("style", STYLES, Chart.Style.LINE));
        plot.finish();
        return spec;
    }
}
