package org.bulkhead.builder.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bulkhead.builder.hosted.Outcome;
import org.bulkhead.builder.jars.sample.JUnitSample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.util.ReflectionUtils;
import org.junit.platform.console.ConsoleLauncher;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.reporting.tooling.spi.htmlreport.Contributor;

/** The console of the JUnit Platform finds and runs a Jupiter suite as on HotSpot: the same tree, the same failures with their traces, the same summary and status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JUnitConsoleTest {
    private static final String SUITE = "--disable-banner --disable-ansi-colors --select-class org.bulkhead.builder.jars.sample.JUnitSample";
    private static final int TESTS_FAILED = 1;
    private static final int NO_TESTS = 2;
    private static final int PASSED = 0;

    private UnmodifiedJar console;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        console = new UnmodifiedJar(folder, ConsoleLauncher.class.getName(), JUnitSample.class, ConsoleLauncher.class, LegacyXmlReportGeneratingListener.class, Contributor.class, Launcher.class,
            TestEngine.class, ReflectionUtils.class, JupiterTestEngine.class, Test.class, ParameterizedTest.class, AssertionFailedError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree", "flat", "verbose", "testfeed", "summary", "none"})
    void failures(String details) {
        assertEquals(TESTS_FAILED, check("execute " + SUITE + " --details " + details + " --details-theme ascii").status());
    }

    @Test
    void treeTellsEachOutcome() {
        String tree = check("execute " + SUITE + " --details tree --details-theme ascii").output();
        for (String mark : List.of("[OK]", "[X] order ==> expected: <[1, 2]> but was: <[2, 1]>", "[S] not today", "[A] Assumption failed: the stack is empty", "3 tests failed", "17 tests successful")) {
            assertTrue(tree.contains(mark), () -> mark + " is not in " + tree);
        }
    }

    @Test
    void onlyWhatPasses() {
        assertEquals(PASSED, check("execute " + SUITE + " --include-tag quick --details tree --details-theme unicode").status());
    }

    @Test
    void nothingFound() {
        assertEquals(NO_TESTS, check("execute " + SUITE + " --include-tag none --fail-if-no-tests").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "execute --help", "discover --details tree " + SUITE, "execute --unknown", "execute"})
    void otherCommands(String line) {
        Outcome outcome = check(line);
        assertTrue(!outcome.output().isEmpty() || !outcome.errors().isEmpty());
    }

    /** Runs the console in both worlds and returns what it did on HotSpot. */
    private Outcome check(String line) {
        return console.runOnBoth(JUnitConsoleTest::comparable, line.split(" "));
    }

    /** Takes out of what the console has printed how long and when it did something, and the version in the address of the manual, which stands in the manifest of its jar: programs do not know from which jar a class comes. */
    private static String comparable(String text) {
        return text.replaceAll("\\d+ ms", "? ms").replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+", "?").replaceAll("docs\\.junit\\.org/[^/]+/", "docs.junit.org/?/");
    }
}
