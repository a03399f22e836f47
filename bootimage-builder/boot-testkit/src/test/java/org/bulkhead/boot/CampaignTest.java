package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.builder.campaign.Campaign;
import org.bulkhead.builder.campaign.CampaignImage;
import org.bulkhead.builder.campaign.CampaignPlan;
import org.bulkhead.builder.campaign.CampaignProgress;
import org.bulkhead.builder.campaign.FaultClass;
import org.bulkhead.builder.campaign.FaultResult;
import org.bulkhead.builder.campaign.Outcome;
import org.bulkhead.builder.campaign.Replay;
import org.bulkhead.builder.campaign.ResultFile;
import org.bulkhead.builder.cli.Images;
import org.bulkhead.builder.manifest.BootSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign over all drivers and all classes of faults, always the same one. */
class CampaignTest {
    private static final long SEED = 20_061_101;
    private static final int FAULTS_PER_BOOT = 33;
    private static final int REPEATED = 3;

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    @Test
    void noFaultOfADriverCrashesTheNucleusOrCorruptsDataInSilenceAndEachCanBeRepeated() {
        Path file = kit.image(BootSet.CAMPAIGN);
        CampaignImage image = new CampaignImage(file, Images.map(file), Images.rights(file));
        List<String> drivers = List.copyOf(image.drivers().keySet());
        assertEquals(Set.of("pci", "uart0", "ps2", "vga0", "cmos0", "ata0", "ne0"), Set.copyOf(drivers));
        CampaignPlan plan = new CampaignPlan(SEED, (long) drivers.size() * FAULTS_PER_BOOT, drivers, List.of(FaultClass.values()), FAULTS_PER_BOOT);
        Path out = folder.resolve("results.jsonl");
        ResultFile results = new Campaign(plan, image, 1, 1, new CampaignProgress(new PrintWriter(new StringWriter()), false)).run(out, 2);

        assertEquals(plan.faults(), results.results().size());
        assertTrue(results.isComplete());
        List<FaultResult> bad = results.results().stream().filter(each -> each.outcome() == Outcome.NUCLEUS_CRASH || each.outcome() == Outcome.SILENT_CORRUPTION).toList();
        assertEquals(List.of(), bad);
        // A campaign whose faults reach nothing and end nobody would prove nothing.
        assertEquals(EnumSet.allOf(FaultClass.class), results.results().stream().filter(FaultResult::reached).map(FaultResult::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultClass.class))));
        assertTrue(results.results().stream().filter(each -> each.outcome() == Outcome.RECOVERED_UNSEEN).count() > plan.faults() / 50, () -> "restarts: " + results.results());
        assertEquals(new TreeSet<>(drivers), results.results().stream().filter(each -> each.outcome() != Outcome.MASKED).map(FaultResult::driver).collect(Collectors.toCollection(TreeSet::new)));

        Replay replay = new Replay(image, ResultFile.read(out));
        for (FaultResult each : results.results().stream().filter(result -> !result.deaths().isEmpty()).limit(REPEATED).toList()) {
            StringWriter text = new StringWriter();
            assertTrue(replay.run(each.id(), new PrintWriter(text)), text::toString);
            assertTrue(text.toString().contains(" died: "), text::toString);
        }
    }
}
