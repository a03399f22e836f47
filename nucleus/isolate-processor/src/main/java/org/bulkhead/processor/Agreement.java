package org.bulkhead.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.bulkhead.processor.ProtocolModel.Operation;

/**
 * Compares a protocol with the schema that was checked in. New methods at the end, and new constants at the end of an enum, are written to it; whatever else is different needs a higher version, for
 * which the schema is written anew.
 */
final class Agreement {
    private final ProtocolModel model;
    private final Schema now;
    private final Problems problems;

    Agreement(ProtocolModel model, Problems problems) {
        this.model = model;
        this.problems = problems;
        now = Schema.of(model);
    }

    /**
     * Reports what breaks the agreement in {@code file}; if nothing does, the file says afterwards what the protocol is now.
     *
     * @throws IOException if the file cannot be read or written, or is no schema
     */
    void check(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, "is new");
            return;
        }
        Schema before;
        try {
            before = Schema.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!before.protocol().equals(now.protocol())) {
            problems.report(model.source(), "the schema " + file + " is of another protocol, " + before.protocol() + ": give one of them another name");
            return;
        }
        int errors = problems.count();
        if (now.version() < before.version()) {
            problems.report(model.source(), name() + " has version " + now.version() + ", and had version " + before.version() + ": a version is never used again");
        } else if (now.version() == before.version()) {
            compare(before);
        }
        if (problems.count() == errors && !now.equals(before)) {
            write(file, "has changed");
        }
    }

    private void write(Path file, String why) throws IOException {
        Files.writeString(file, now.text());
        problems.note(model.source(), "the schema of " + name() + " " + why + ": check " + file.getFileName() + " in");
    }

    private String name() {
        return "protocol " + model.type().simpleName();
    }

    private String remedy() {
        return ": undo it, or raise the version, @Protocol(version = " + (now.version() + 1) + ")";
    }

    private void compare(Schema before) {
        for (Map.Entry<Integer, String> each : before.operations().entrySet()) {
            String operation = now.operations().get(each.getKey());
            if (operation == null) {
                problems.report(model.source(), name() + " version " + now.version() + " had the method " + each.getKey() + " `" + each.getValue() + "`, which is gone" + remedy());
            } else if (!operation.equals(each.getValue())) {
                problems.report(source(each.getKey()), "method " + each.getKey() + " of " + name() + " version " + now.version() + " was `" + each.getValue() + "` and is now `" + operation
                    + "`; new methods stand at the end" + remedy());
            }
        }
        before.records().forEach((type, content) -> {
            String other = now.records().get(type);
            if (other != null && !other.equals(content)) {
                problems.report(model.source(), "record " + type + " of " + name() + " version " + now.version() + " was `" + content + "` and is now `" + other + "`" + remedy());
            }
        });
        before.enums().forEach((type, constants) -> {
            List<String> others = now.enums().get(type);
            if (others != null && !(others.size() >= constants.size() && others.subList(0, constants.size()).equals(constants))) {
                problems.report(model.source(), "enum " + type + " of " + name() + " version " + now.version() + " was `" + String.join(" ", constants) + "` and is now `"
                    + String.join(" ", others) + "`; new constants stand at the end" + remedy());
            }
        });
    }

    private Element source(int number) {
        return model.operations().stream().filter(each -> each.number() == number).map(Operation::source).map(Element.class::cast).findFirst().orElse(model.source());
    }
}
