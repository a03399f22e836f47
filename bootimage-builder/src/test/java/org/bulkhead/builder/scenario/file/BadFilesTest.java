package org.bulkhead.builder.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a scenario's file is told in one line: where, what, and what to do. */
class BadFilesTest {
    static final ScenarioReader READER = new ScenarioReader(ProgramCatalogue.of(ImageClassPath.with(List.of())));

    /** A file without mistakes, in which a test changes one thing. */
    static final String GOOD = """
        name: sample
        shows: how files are written
        machine:
          memory: 64 MiB
          disk: {size: 1 MiB, contents: random}
        image:
          programs: [AtaDriver, digest]
        plan:
          - start: digest
            argument: 1
          - at: 50M instructions
            kill: ata0
          - when: {ended: digest}
            end:
        expect:
          - digest: {line: digest, equals: {at: 0 B, size: 1 MiB}}
          - deaths: {of: ata0, exactly: [KILLED]}
        """;

    static ScenarioFile read(String text) {
        return READER.read(YamlFile.parse("sample.yaml", text), "sample");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
            mistake("name: sample", "name: other", "sample.yaml:1: the scenario is named \"other\", and its file sample.yaml: make them the same"),
            mistake("shows: how files are written\n", "", "sample.yaml:1: the scenario has no \"shows\": add it"),
            mistake("shows:", "show:", "sample.yaml:1: the scenario has no \"shows\": add it\nsample.yaml:2: the scenario has no key \"show\" (did you mean shows?)"),
            mistake("machine:", "name: twice\nmachine:", "sample.yaml:3: the key \"name\" is there twice, first in line 1: leave one of the two out"),
            mistake("memory: 64 MiB", "memory: 64", "sample.yaml:4: \"64\" has no unit, and is to be a size: write it like 16 MiB, with one of B, GiB, KiB, MiB"),
            mistake("memory: 64 MiB", "memory: 64 MB", "sample.yaml:4: \"64 MB\" has the unit \"MB\", and is to be a size: write it like 16 MiB, with one of B, GiB, KiB, MiB"),
            mistake("memory: 64 MiB", "memory: much", "sample.yaml:4: \"much\" is not a size: write it like 16 MiB"),
            mistake("memory: 64 MiB", "memory: 8 MiB", "sample.yaml:4: a memory of 8 MiB is not possible: 16 MiB to 4096 MiB are"),
            mistake("memory: 64 MiB", "memory: [64 MiB]", "sample.yaml:4: \"memory\" is a list, and is to be a single value: write one behind the colon"),
            mistake("memory: 64 MiB", "network: lan", "sample.yaml:4: \"network\" cannot be \"lan\"; there are: none, user"),
            mistake("size: 1 MiB, contents", "size: 1000 B, contents", "sample.yaml:5: a disk of 1000 B is not possible: a multiple of 512 B is"),
            mistake("contents: random", "contents: randon", "sample.yaml:5: \"contents\" cannot be \"randon\" (did you mean random?)"),
            mistake("contents: random", "contents: [{at: 1 MiB, size: 1 B}]", "sample.yaml:5: the disk has 1048576 bytes, and no 1 bytes from byte 1048576: correct \"at\" or \"size\""),
            mistake("AtaDriver, digest]", "AtaDriver, digset]", "sample.yaml:7: there is no program \"digset\" (did you mean digest?)"),
            mistake("AtaDriver, digest]", "ata0, digest]", "sample.yaml:7: \"ata0\" is the name of 3 programs: write the class, one of AtaDriver, AtaFaultyDriver, AtaNeverReadyDriver"),
            mistake("AtaDriver, digest]", "AtaDriver, AtaFaultyDriver, digest]",
                "sample.yaml:7: the image has a program named ata0 already, org.bulkhead.drivers.ata.AtaDriver: use \"replace\", or leave one of the two out"),
            mistake("  programs:", "  set: bear\n  programs:", "sample.yaml:7: \"set\" cannot be \"bear\" (did you mean bare?)"),
            mistake("  programs:", "  without: [pc1]\n  programs:", "sample.yaml:7: the set bare has no program named \"pc1\" (did you mean pci?)"),
            mistake("  programs:", "  replace: {pci: AtaDriver}\n  programs:",
                "sample.yaml:7: org.bulkhead.drivers.ata.AtaDriver cannot replace pci, for its own name is ata0: add it to \"programs\", or name another class"),
            mistake("kill: ata0", "kil: ata0", "sample.yaml:12: a step has no key \"kil\" (did you mean kill?)"),
            mistake("kill: ata0", "kill: ata1", "sample.yaml:12: no component of the image is named \"ata1\" (did you mean ata0?)"),
            mistake("kill: ata0", "kill: ata0\n    down: ata0", "sample.yaml:11: a step has kill and down, and can have one of them: leave the others out, or write them separately"),
            mistake("    kill: ata0\n", "", "a step says nothing: add one of start, up, kill"),
            mistake("kill: ata0", "press: x", "sample.yaml:11: a step presses keys, and nobody sits at the machine: add \"display: attended\" to \"machine\""),
            mistake("kill: ata0", "inject: ata0\n    fault: wild", "sample.yaml:13: \"fault\" cannot be \"wild\"; there are: exception, exit, hang, loop, memory, privileged, wild write"),
            mistake("at: 50M instructions", "at: 50M", "sample.yaml:11: \"50M\" has the unit \"M\", and is to be a time: write it like 10 ms or 50M instructions, with one of G instructions, K instructions, "
                + "M instructions, instructions, min, ms, s, us"),
            mistake("at: 50M instructions", "every: 1 s", "sample.yaml:11: a step has \"every\" without an end: add \"times\" or \"until\""),
            mistake("at: 50M instructions", "times: 3", "sample.yaml:11: a step has \"times\" or \"until\" without \"every\": add how long it waits between two times, like \"every: 1 s\""),
            mistake("at: 50M instructions", "every: 1 s\n    times: 0", "sample.yaml:12: 0 is too small: 1 is the least"),
            mistake("when: {ended: digest}", "when: {ended: digest}\n    at: 1 s", "sample.yaml:13: a step has \"at\" and \"when\", and can have one of them: write \"after\" for a delay after \"when\""),
            mistake("when: {ended: digest}", "when: {end: digest}", "sample.yaml:13: a condition has no key \"end\" (did you mean ended?)"),
            mistake("when: {ended: digest}", "when: {cue: 16}", "sample.yaml:13: there is no cue 16: they are numbered from 1 to 15"),
            mistake("when: {ended: digest}\n    end:", "kill: ata0", "sample.yaml:9: the plan has no end: add a last step \"- end\", perhaps with \"when\""),
            mistake("argument: 1", "argument: one", "sample.yaml:10: \"one\" is no whole number: write digits alone"),
            mistake("[KILLED]", "[KILED]", "sample.yaml:17: a death's reason cannot be \"KILED\" (did you mean KILLED?)"),
            mistake("exactly: [KILLED]", "count: at least many", "sample.yaml:17: \"many\" is no number, and \"at least\" needs one: write digits, perhaps with a unit like KiB or K instructions"),
            mistake("exactly: [KILLED]", "count: often", "sample.yaml:17: \"often\" is no number of times: write it like 6, at least 3 or at most 10"),
            mistake("  - deaths: {of: ata0, exactly: [KILLED]}", "  - component: {name: ata0}", "sample.yaml:17: nothing is expected of ata0: add \"state\", \"incarnation\" or \"bytes\""),
            mistake("  - deaths: {of: ata0, exactly: [KILLED]}", "  - component: {name: ata0, state: dead}", "sample.yaml:17: \"state\" cannot be \"dead\"; there are: alive, "),
            mistake("  - deaths: {of: ata0, exactly: [KILLED]}", "  - log: {has: \"(\"}", "sample.yaml:17: \"has\" is no regular expression: Unclosed group in \"(\"; write \\ before characters that mean themselves, and "
                + "quotes around all"),
            mistake("equals: {at: 0 B, size: 1 MiB}", "equals: {at: 512 KiB, size: 1 MiB}", "sample.yaml:16: the disk has 1048576 bytes, and no 1048576 bytes from byte 524288: correct \"at\" or \"size\""),
            mistake("  disk: {size: 1 MiB, contents: random}\n", "", "sample.yaml:15: the scenario's machine has no disk 1 to compare with: add \"disk\" to \"machine\""),
            mistake("expect:", "repeatable: yes\nexpect:", "sample.yaml:15: \"repeatable\" cannot be \"yes\"; there are: false, true"),
            mistake("    kill: ata0\n  - when: {ended: digest}\n    end:\n", "    type: \"x\"\n  - end\nrepeatable: true\n", "which it never does at the same instruction: leave \"repeatable\" out"),
            mistake("expect:", "judge: solomon\nexpect:", "sample.yaml:15: \"judge\" cannot be \"solomon\"; there are: conformance"),
            mistake("kill: ata0", "kill: ata0: x", "sample.yaml:12: this is no YAML: mapping values are not allowed here; correct indentation, colons and quotes here or just before"),
            mistake(GOOD, "", "sample.yaml:1: the file is empty, and is to hold a mapping: begin with a key"),
            mistake(GOOD, "- a\n- b\n", "sample.yaml:1: the file is a list, and is to be a mapping: begin with a key"));
    }

    private static Arguments mistake(String good, String bad, String... messages) {
        return Arguments.of(good, bad, messages[messages.length - 1]);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsPlaceAndRemedy(String good, String bad, String message) {
        assertTrue(GOOD.contains(good), "the test changes " + good);
        UserProblem problem = assertThrows(UserProblem.class, () -> read(GOOD.replace(good, bad)));
        assertEquals(UserProblem.Kind.USAGE, problem.kind());
        assertTrue(problem.getMessage().contains(message), problem.getMessage());
        problem.getMessage().lines().forEach(line -> assertTrue(line.startsWith("sample.yaml:"), line));
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        UserProblem problem = assertThrows(UserProblem.class, () -> read(GOOD.replace("64 MiB", "64").replace("kill:", "kil:").replace("[KILLED]", "[KILED]")));
        assertEquals(3, problem.getMessage().lines().count(), problem.getMessage());
    }
}
