package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.Units;
import org.bulkhead.builder.yaml.YamlNode;
import org.bulkhead.servers.scenario.Condition;
import org.bulkhead.servers.scenario.Condition.Kind;
import org.bulkhead.servers.scenario.Conductor;

/** Reads {@code when} and {@code until}: a condition, or a list of conditions all of which must hold. */
final class ConditionReader {
    private static final Map<String, Kind> KINDS = kinds();

    private final ImageReader.Contents image;

    ConditionReader(ImageReader.Contents image) {
        this.image = image;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("line", Kind.LINE);
        kinds.put("log", Kind.LOG);
        kinds.put("ended", Kind.ENDED);
        kinds.put("alive", Kind.ALIVE);
        kinds.put("ready", Kind.READY);
        kinds.put("given-up", Kind.GIVEN_UP);
        kinds.put("deaths", Kind.DEATHS);
        kinds.put("served", Kind.SERVED);
        kinds.put("cue", Kind.CUE);
        return kinds;
    }

    List<Condition> read(YamlNode node) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode each : Section.items(node)) {
            Section section = Section.of(each, "a condition");
            String key = section.oneOf(List.copyOf(KINDS.keySet()));
            conditions.add(condition(KINDS.get(key), key, section.required(key)));
            section.finish();
        }
        return List.copyOf(conditions);
    }

    private Condition condition(Kind kind, String key, YamlNode value) {
        return switch (kind) {
            case LINE -> line(value);
            case LOG -> log(value);
            case ENDED, ALIVE, READY, GIVEN_UP -> Condition.of(kind, component(key, value), 1);
            case DEATHS, SERVED -> counted(kind, key, value);
            case CUE -> cue(value);
        };
    }

    private static YamlNode.Scalar scalar(String key, YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar;
        }
        throw value.problem("\"" + key + "\" is " + value.describe() + ", and is to be a single value: write one behind the colon");
    }

    private String component(String key, YamlNode value) {
        return image.component(scalar(key, value));
    }

    private Condition line(YamlNode value) {
        if (value instanceof YamlNode.Scalar) {
            return Condition.of(Kind.LINE, PlanReader.word(scalar("line", value)), 1);
        }
        Section line = Section.of(value, "a line");
        Condition condition = new Condition(Kind.LINE, line.value("word", PlanReader::word), line.value("count", each -> Units.count(each, 1), 1L), Comparisons.requirements(line, "where"));
        line.finish();
        return condition;
    }

    private static Condition log(YamlNode value) {
        if (value instanceof YamlNode.Scalar) {
            return Condition.of(Kind.LOG, scalar("log", value).text(), 1);
        }
        Section log = Section.of(value, "a line of the log");
        Condition condition = Condition.of(Kind.LOG, log.text("text"), log.value("count", each -> Units.count(each, 1), 1L));
        log.finish();
        return condition;
    }

    private Condition counted(Kind kind, String key, YamlNode value) {
        if (value instanceof YamlNode.Scalar) {
            return Condition.of(kind, component(key, value), 1);
        }
        Section section = Section.of(value, "\"" + key + "\"");
        Condition condition = Condition.of(kind, section.value("of", image::component), section.value("count", each -> Units.count(each, 0), 1L));
        section.finish();
        return condition;
    }

    private static Condition cue(YamlNode value) {
        YamlNode.Scalar scalar = scalar("cue", value);
        long cue = Units.count(scalar, 1);
        if (cue >= Conductor.CUES) {
            throw scalar.problem("there is no cue " + cue + ": they are numbered from 1 to " + (Conductor.CUES - 1));
        }
        return Condition.of(Kind.CUE, "", cue);
    }
}
