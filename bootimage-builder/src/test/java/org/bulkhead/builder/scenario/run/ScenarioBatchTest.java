package org.bulkhead.builder.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.scenario.file.ScenarioFile;
import org.bulkhead.builder.scenario.file.ScenarioLibrary;
import org.bulkhead.builder.scenario.file.ScenarioReader;
import org.bulkhead.builder.scenario.judge.Evidence;
import org.bulkhead.builder.scenario.judge.Finding;
import org.bulkhead.builder.scenario.judge.Judge;
import org.bulkhead.builder.scenario.report.ScenarioReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches run side by side and keep their order; two runs that differ are told apart; disks follow from their seed. */
class ScenarioBatchTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private static List<ScenarioFile> scenarios(String... names) {
        ScenarioReader reader = new ScenarioReader(ProgramCatalogue.of(ImageClassPath.with(List.of())));
        ScenarioLibrary library = ScenarioLibrary.of(Path.of(""));
        return List.of(names).stream().map(library::find).map(reader::read).toList();
    }

    private static Evidence log(String log) {
        return Evidence.of(log, "", Judge.Hearing.EVERYWHERE, Ending.POWERED_OFF, "", 1, Map.of(), Map.of());
    }

    private static ScenarioReport report(ScenarioFile scenario, String log) {
        return ScenarioReport.of(scenario, EmulatorKind.BOCHS, 1, log(log), List.of(new Finding("all", "well", log, log.isEmpty())));
    }

    @Test
    void theyRunSideBySideAndAreReportedInOrder() {
        CountDownLatch both = new CountDownLatch(2);
        List<String> finished = new ArrayList<>();
        List<ScenarioReport> reports = new ScenarioBatch(scenarios("network-answers", "forbidden-things"), each -> {
            both.countDown();
            try {
                // Neither comes to its end before the other has begun.
                assertTrue(both.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return report(each, each.name().equals("forbidden-things") ? "something is wrong" : "");
        }).run(2, each -> finished.add(each.scenario()), each -> { });
        assertEquals(List.of("network-answers", "forbidden-things"), reports.stream().map(ScenarioReport::scenario).toList());
        assertEquals(List.of(true, false), reports.stream().map(ScenarioReport::passed).toList());
        assertEquals(2, finished.size());
    }

    @Test
    void whatCannotBeRunEndsTheBatch() {
        ScenarioBatch batch = new ScenarioBatch(scenarios("network-answers", "forbidden-things"), each -> {
            throw UserProblem.failure("bochs is not installed");
        });
        assertEquals("bochs is not installed", assertThrows(UserProblem.class, () -> batch.run(1, each -> { }, each -> { })).getMessage());
    }

    @Test
    void runsThatDifferAreToldApart() {
        assertTrue(ScenarioRunner.repetition(log("a\nb\n"), log("a\nb\n")).holds());
        Finding finding = ScenarioRunner.repetition(log("a\n@x ticks=1\n"), log("a\n@x ticks=2\n"));
        assertEquals("line 2 of the log differs: \"@x ticks=1\" and \"@x ticks=2\"", finding.found());
        assertEquals("line 2 of the log differs: \"(its end)\" and \"b\"", ScenarioRunner.repetition(log("a\n"), log("a\nb\n")).found());
    }

    @Test
    void aDiskFollowsFromItsSeed() {
        ScenarioFile large = scenarios("large-disk").get(0);
        var spec = large.machine().disk().orElseThrow();
        ScenarioDisk one = ScenarioDisk.write(folder.resolve("one"), spec, 1);
        ScenarioDisk same = ScenarioDisk.write(folder.resolve("same"), spec, 1);
        ScenarioDisk other = ScenarioDisk.write(folder.resolve("other"), spec, 2);
        assertEquals(one.digests(spec.contents()), same.digests(spec.contents()));
        assertEquals(2, one.digests(spec.contents()).values().stream().distinct().count(), "areas differ");
        assertTrue(!one.digests(spec.contents()).equals(other.digests(spec.contents())));
        assertEquals(spec.size(), folder.resolve("one").toFile().length());
    }
}
