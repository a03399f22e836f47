package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.cli.ScenarioWork;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.file.ScenarioLibrary;
import org.bulkhead.builder.scenario.file.ScenarioReader;
import org.bulkhead.builder.scenario.report.HtmlReport;
import org.bulkhead.builder.scenario.report.ScenarioReport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every file in {@code scripts/scenarios} passes in Bochs, and so does a new one without further ado. Two run side by side ({@code junit-platform.properties}). The reports are in
 * {@code target/scenarios}.
 */
class ScenariosTest {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final long SEED = 77;
    private static final Path REPORTS = Path.of("target", "scenarios");

    private final StringWriter messages = new StringWriter();
    private final ScenarioWork work = new ScenarioWork(EmulatorKind.BOCHS, LIMIT, SEED, new PrintWriter(messages));

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyScenarioPasses() {
        ScenarioReader reader = new ScenarioReader(ProgramCatalogue.of(ImageClassPath.with(List.of())));
        List<Path> files = ScenarioLibrary.of(Path.of("")).all();
        assertTrue(files.size() >= 5, files::toString);
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> passes(reader.read(file))));
    }

    private void passes(ScenarioFile scenario) {
        ScenarioReport report = work.run(scenario, work.image(scenario), piece -> { });
        HtmlReport.write(REPORTS.resolve(scenario.name() + ".html"), List.of(report));
        assertTrue(report.passed(), () -> String.join("\n", report.problems()) + "\n" + report.text());
    }
}
