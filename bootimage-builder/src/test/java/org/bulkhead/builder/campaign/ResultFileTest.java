package org.bulkhead.builder.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bulkhead.builder.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results on files: what is read back, what an interrupted campaign leaves, and how parts are joined. */
class ResultFileTest {
    private static final String IMAGE = "a".repeat(64);

    @TempDir
    Path folder;

    private static CampaignHeader header(String image, long seed, int shard, int shards) {
        return new CampaignHeader(CampaignHeader.FORMAT, image, seed, 35, List.of("ata0", "ne0"), List.of(FaultClass.values()), 10, shard, shards);
    }

    private static FaultResult result(long id, Outcome outcome) {
        return new FaultResult(id, id / 10, 0, id / 10 % 2 == 0 ? "ata0" : "ne0", FaultClass.values()[(int) id % FaultClass.values().length], 1000 * id, "0x400000 nop", "90", "91", true, outcome,
            outcome == Outcome.MASKED ? List.of() : List.of("ata0:WILD_ACCESS"), 0, 0, 5);
    }

    private static ResultFile file(CampaignHeader header, long... boots) {
        List<FaultResult> results = new ArrayList<>();
        for (long boot : boots) {
            header.plan().faultsOf(boot).forEach(each -> results.add(result(each.id(), Outcome.MASKED)));
        }
        return new ResultFile(header, results);
    }

    private Path written(String name, ResultFile file) {
        Path path = folder.resolve(name);
        file.write(path);
        return path;
    }

    private static String problem(Runnable what) {
        return assertThrows(UserProblem.class, what::run).getMessage();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        ResultFile whole = file(header(IMAGE, 1, 1, 1), 0, 1, 2, 3);
        assertEquals(whole, ResultFile.read(written("a.jsonl", whole)));
        assertTrue(whole.isComplete());
        assertEquals(35, whole.results().size());
    }

    @Test
    void anIncompleteLineAndItsBootAreRunAgain() throws IOException {
        Path path = written("a.jsonl", file(header(IMAGE, 1, 1, 1), 0, 1));
        String text = Files.readString(path);
        Files.writeString(path, text.substring(0, text.length() - 20));
        ResultFile left = ResultFile.read(path);
        assertEquals(19, left.results().size());
        assertEquals(10, left.complete().results().size());
        assertFalse(left.isComplete());
    }

    @Test
    void partsAreJoinedInOrder() {
        ResultFile whole = Merge.of(List.of(written("2.jsonl", file(header(IMAGE, 1, 2, 2), 1, 3)), written("1.jsonl", file(header(IMAGE, 1, 1, 2), 0, 2))));
        assertEquals(LongStream.range(0, 35).boxed().toList(), whole.results().stream().map(FaultResult::id).toList());
        assertTrue(whole.isComplete());
    }

    @Test
    void partsOfOtherCampaignsAreRefused() {
        Path first = written("1.jsonl", file(header(IMAGE, 1, 1, 2), 0, 2));
        Path image = written("image.jsonl", file(header("b".repeat(64), 1, 2, 2), 1, 3));
        Path seed = written("seed.jsonl", file(header(IMAGE, 2, 2, 2), 1, 3));
        Path overlap = written("overlap.jsonl", file(header(IMAGE, 1, 2, 2), 1, 2));
        assertEquals(image + " is of another campaign than " + first + " (image bbbbbbbbbbbb… instead of aaaaaaaaaaaa…): leave it out", problem(() -> Merge.of(List.of(first, image))));
        assertEquals(seed + " is of another campaign than " + first + " (seed 2 instead of 1): leave it out", problem(() -> Merge.of(List.of(first, seed))));
        assertEquals(overlap + " overlaps " + first + ": both have fault 20; name each part once", problem(() -> Merge.of(List.of(first, overlap))));
    }

    @Test
    void whatIsNoResultsFileIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jsonl"), "hello\n");
        Path damaged = written("damaged.jsonl", file(header(IMAGE, 1, 1, 1), 0));
        Files.writeString(damaged, Files.readString(damaged).replaceFirst("\"id\":3", "\"id\":x"));
        assertEquals(text + " is no results file of a campaign: its first line says nothing of one; name another file", problem(() -> ResultFile.read(text)));
        assertEquals(damaged + " is damaged: line 5 is no result of a fault; remove it, and its boot will be run again", problem(() -> ResultFile.read(damaged)));
        assertEquals("the results file " + folder.resolve("none") + " cannot be read: it does not exist; check the name", problem(() -> ResultFile.read(folder.resolve("none"))));
    }

    @Test
    void aCrashOrSilentCorruptionFailsTheCampaign() {
        ResultFile file = file(header(IMAGE, 1, 1, 1), 0);
        assertTrue(new CampaignReport(file).passed());
        for (Outcome outcome : Outcome.values()) {
            List<FaultResult> results = new ArrayList<>(file.results());
            results.set(4, result(4, outcome));
            CampaignReport report = new CampaignReport(new ResultFile(file.header(), results));
            assertEquals(outcome != Outcome.NUCLEUS_CRASH && outcome != Outcome.SILENT_CORRUPTION, report.passed(), outcome::name);
            assertTrue(report.markdown().contains("| all | 10 |"), report::markdown);
        }
    }

    @Test
    void everyFaultIsOfOneBootAndEveryBootHasAllClasses() {
        CampaignPlan plan = new CampaignPlan(7, 1000, List.of("ata0", "ne0", "pci"), List.of(FaultClass.values()), 100);
        assertEquals(10, plan.boots());
        assertEquals(LongStream.range(0, 1000).boxed().toList(), LongStream.range(0, plan.boots()).boxed().flatMap(boot -> plan.faultsOf(boot).stream().map(Fault::id)).toList());
        for (long boot = 0; boot < plan.boots(); boot++) {
            assertEquals(FaultClass.values().length, plan.faultsOf(boot).stream().map(Fault::kind).distinct().count());
        }
        assertEquals(1000, LongStream.range(0, 10).boxed().flatMap(boot -> plan.faultsOf(boot).stream().map(Fault::seed)).distinct().count());
    }
}
