package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bulkhead.builder.scenario.judge.Area;
import org.bulkhead.builder.scenario.judge.DeathCount;
import org.bulkhead.builder.scenario.judge.DeathsAre;
import org.bulkhead.builder.scenario.judge.DigestIs;
import org.bulkhead.builder.scenario.judge.DiskHas;
import org.bulkhead.builder.scenario.judge.Expectation;
import org.bulkhead.builder.scenario.judge.LinePattern;
import org.bulkhead.builder.scenario.judge.LineSays;
import org.bulkhead.builder.scenario.judge.NobodyElseDies;
import org.bulkhead.builder.scenario.judge.NothingLeaks;
import org.bulkhead.builder.scenario.judge.ServedAgain;
import org.bulkhead.builder.scenario.judge.StateIs;
import org.bulkhead.builder.scenario.judge.TableIs;
import org.bulkhead.builder.scenario.judge.TextHas;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.Units;
import org.bulkhead.builder.yaml.YamlNode;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.scenario.Comparison;
import org.bulkhead.servers.scenario.Requirement;

/** Reads the items of {@code expect}, each a mapping with one key, which says what kind of expectation it is. */
final class ExpectationReader {
    private static final Map<String, String> REASONS = names(DeathReason.values());
    private static final Map<String, String> STATES = states();

    private final Map<String, Function<YamlNode, Expectation>> kinds = new LinkedHashMap<>();
    private final ImageReader.Contents image;
    private final MachineSpec machine;

    ExpectationReader(ImageReader.Contents image, MachineSpec machine) {
        this.image = image;
        this.machine = machine;
        kinds.put("digest", this::digest);
        kinds.put("line", this::line);
        kinds.put("table", this::table);
        kinds.put("deaths", this::deaths);
        kinds.put("deaths-only-of", this::nobodyElse);
        kinds.put("served", this::served);
        kinds.put("component", this::component);
        kinds.put("leaks", this::leaks);
        kinds.put("log", node -> text(node, TextHas.Source.LOG));
        kinds.put("console", node -> text(node, TextHas.Source.CONSOLE));
        kinds.put("disk", this::disk);
    }

    private static Map<String, String> names(Enum<?>[] values) {
        Map<String, String> names = new HashMap<>();
        Arrays.stream(values).forEach(each -> names.put(each.name(), each.name()));
        return names;
    }

    /** States as people write them: {@code given up}. */
    private static Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        Arrays.stream(ComponentInfo.State.values()).forEach(each -> states.put(each.name().toLowerCase(Locale.ROOT).replace('_', ' '), each.name()));
        return states;
    }

    Expectation read(YamlNode node) {
        Section section = Section.of(node, "an expectation");
        String kind = section.oneOf(List.copyOf(kinds.keySet()));
        Expectation expectation = kinds.get(kind).apply(section.required(kind));
        section.finish();
        return expectation;
    }

    private Expectation digest(YamlNode node) {
        Section section = Section.of(node, "a digest");
        Expectation expectation = new DigestIs(pattern(section), section.text("key", "sha256"), area(section, "equals"));
        section.finish();
        return expectation;
    }

    private static LinePattern pattern(Section section) {
        return new LinePattern(section.text("line"), Comparisons.requirements(section, "where"));
    }

    private Area area(Section section, String key) {
        return MachineReader.area(section.section(key), disk(section).size());
    }

    private DiskSpec disk(Section section) {
        return machine.disk().orElseThrow(() -> section.problem("the scenario's machine has no disk 1 to compare with: add \"disk\" to \"machine\""));
    }

    private Expectation line(YamlNode node) {
        Section section = Section.of(node, "a line");
        LinePattern pattern = new LinePattern(section.text("word"), Comparisons.requirements(section, "where"));
        Requirement count = section.value("count", each -> Comparisons.count(LineSays.LINES, each), new Requirement(LineSays.LINES, Comparison.AT_LEAST, "1"));
        Expectation expectation = new LineSays(pattern, Comparisons.requirements(section, "values"), count);
        section.finish();
        return expectation;
    }

    private Expectation table(YamlNode node) {
        Section section = Section.of(node, "a table");
        Map<String, String> rows = new LinkedHashMap<>();
        section.required("rows");
        section.texts("rows").forEach((name, value) -> rows.put(name, value.text()));
        Expectation expectation = new TableIs(pattern(section), section.text("key"), section.text("value"), rows);
        section.finish();
        return expectation;
    }

    private Expectation deaths(YamlNode node) {
        Section section = Section.of(node, "deaths");
        String component = section.value("of", image::component);
        Expectation expectation;
        if (section.oneOf(List.of("exactly", "count")).equals("exactly")) {
            expectation = new DeathsAre(component, section.list("exactly").stream().map(this::cause).toList());
        } else {
            Set<String> reasons = new TreeSet<>();
            section.list("reasons").forEach(each -> reasons.add(reason(each)));
            expectation = new DeathCount(component, section.value("count", each -> Comparisons.count(DeathCount.DEATHS, each)), reasons);
        }
        section.finish();
        return expectation;
    }

    /** {@code KILLED}, or several for any of them, or a mapping with {@code reason} and {@code detail}. */
    private DeathsAre.Cause cause(YamlNode node) {
        if (node instanceof YamlNode.Mapping) {
            Section section = Section.of(node, "a death");
            List<Requirement> detail = new ArrayList<>();
            if (section.has("detail")) {
                detail.add(section.value("detail", each -> Comparisons.requirement("detail", each)));
            }
            DeathsAre.Cause cause = new DeathsAre.Cause(reasons(section.required("reason")), detail);
            section.finish();
            return cause;
        }
        return new DeathsAre.Cause(reasons(node), List.of());
    }

    private static Set<String> reasons(YamlNode node) {
        Set<String> reasons = new HashSet<>();
        Section.items(node).forEach(each -> reasons.add(reason(each)));
        return reasons;
    }

    private static String reason(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Section.choice(scalar, REASONS, "a death's reason");
        }
        throw node.problem("a death's reason is " + node.describe() + ", and is to be a word like KILLED");
    }

    private Expectation nobodyElse(YamlNode node) {
        Set<String> names = new TreeSet<>();
        for (YamlNode each : Section.items(node)) {
            if (!(each instanceof YamlNode.Scalar scalar)) {
                throw each.problem("\"deaths-only-of\" is " + each.describe() + ", and is to be a list of names: [ata0], or [] for nobody");
            }
            names.add(image.component(scalar));
        }
        return new NobodyElseDies(names);
    }

    private Expectation served(YamlNode node) {
        Section section = Section.of(node, "\"served\"");
        Expectation expectation = new ServedAgain(section.value("of", image::component), section.value("within", Units::instructionCount, ServedAgain.ANY_TIME));
        section.finish();
        return expectation;
    }

    private Expectation component(YamlNode node) {
        Section section = Section.of(node, "a component");
        String name = section.value("name", image::component);
        List<Requirement> values = new ArrayList<>();
        if (section.has("state")) {
            values.add(new Requirement("state", Comparison.EQUAL, section.choice("state", STATES, "")));
        }
        for (String key : List.of("incarnation", "bytes")) {
            if (section.has(key)) {
                values.add(section.value(key, each -> Comparisons.count(key, each)));
            }
        }
        section.finish();
        if (values.isEmpty()) {
            throw section.problem("nothing is expected of " + name + ": add \"state\", \"incarnation\" or \"bytes\"");
        }
        return new StateIs(name, values);
    }

    private Expectation leaks(YamlNode node) {
        Section section = Section.of(node, "\"leaks\"");
        Expectation expectation = new NothingLeaks(section.text("since", "begin"), section.value("isolates", each -> Units.count(each, 0), 0L), section.value("queues", each -> Units.count(each, 0), 0L),
            section.value("frames", each -> Units.count(each, 0), 0L));
        section.finish();
        return expectation;
    }

    private Expectation text(YamlNode node, TextHas.Source source) {
        Section section = Section.of(node, source == TextHas.Source.LOG ? "the log" : "the console");
        String key = section.oneOf(List.of("has", "lacks"));
        Requirement count = key.equals("lacks") ? new Requirement(TextHas.MATCHES, Comparison.EQUAL, "0")
            : section.value("count", each -> Comparisons.count(TextHas.MATCHES, each), new Requirement(TextHas.MATCHES, Comparison.AT_LEAST, "1"));
        Expectation expectation = new TextHas(source, section.pattern(key), count);
        section.finish();
        return expectation;
    }

    private Expectation disk(YamlNode node) {
        Section section = Section.of(node, "\"disk\"");
        Area area = new Area(section.value("at", Units::size, 0L), section.value("size", Units::size, disk(section).size()));
        Expectation expectation = new DiskHas(area, section.has("equals") ? area(section, "equals") : area);
        section.finish();
        if (area.size() <= 0 || area.at() > disk(section).size() - area.size()) {
            throw section.problem("the disk has " + disk(section).size() + " bytes, and no " + area + ": correct \"at\" or \"size\"");
        }
        return expectation;
    }
}
