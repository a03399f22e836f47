package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What becomes of a test that fails. */
class BootTestkitTest {
    private static final String INNER = "org.bulkhead.boot.inner";

    /** Fails, and is run by the other test only. */
    @EnabledIfSystemProperty(named = INNER, matches = "true")
    static class FailingSample {
        @RegisterExtension
        final BootTestkit kit = new BootTestkit();

        @Test
        void waitsForWhatNeverComes() {
            kit.boot(EmulatorConfig.of(kit.image()).withKind(EmulatorKind.QEMU).withTimeout(Duration.ofSeconds(20))).awaitLine("^this is never printed$");
        }
    }

    private static TestExecutionSummary run(Class<?> type) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        System.setProperty(INNER, "true");
        try {
            LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(type)).build(), listener);
        } finally {
            System.clearProperty(INNER);
        }
        return listener.getSummary();
    }

    @Test
    void aFailureShowsTheConsoleKeepsTheOutputAndLeavesNoMachine() throws IOException {
        TestExecutionSummary summary = run(FailingSample.class);
        assertEquals(1, summary.getTestsFailedCount());
        Throwable failure = summary.getFailures().get(0).getException();
        assertTrue(failure.getMessage().startsWith("the time of 20 s was up before /^this is never printed$/ was printed"), failure.getMessage());
        assertTrue(failure.getMessage().contains("type help for the commands"), failure.getMessage());

        Path kept = Path.of("target", "boot-testkit", "FailingSample.waitsForWhatNeverComes");
        assertTrue(failure.getSuppressed()[0].getMessage().endsWith(kept.toString()), failure.getSuppressed()[0].getMessage());
        assertTrue(Files.readString(kept.resolve("debug.txt")).contains("supervisor: starting ata0[0]"));
        assertTrue(Files.readString(kept.resolve("serial.txt")).contains("bulkhead> "));
        try (Stream<Path> files = Files.list(kept)) {
            List<Path> disks = files.filter(each -> each.toString().endsWith(".img")).toList();
            assertEquals(List.of(), disks);
        }
        assertFalse(ProcessHandle.current().children().anyMatch(each -> each.info().command().orElse("").contains("qemu")), "no machine is left");
    }
}
