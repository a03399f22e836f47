package org.bulkhead.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulkhead.processor.ProtocolModel.Answer;
import org.bulkhead.processor.ProtocolModel.Loan;
import org.bulkhead.processor.ProtocolModel.Operation;
import org.bulkhead.processor.ProtocolModel.Parameter;
import org.bulkhead.processor.ProtocolModel.Value;

/**
 * A version of a protocol as text: whatever two peers must agree on, one thing a line. Names of parameters and time limits are not in it, since nobody else sees them.
 *
 * @param operations by number
 * @param records contents, by name
 * @param enums constants, by name
 */
record Schema(String protocol, int version, Map<Integer, String> operations, Map<String, String> records, Map<String, List<String>> enums) {
    private static final String COMMENT = "# What the protocol was when it was last compiled. Check it in: later versions are compared with it (docs/protocols.md).";
    private static final Pattern HEADER = Pattern.compile("protocol (\\S+) version (\\d+)");
    private static final Pattern OPERATION = Pattern.compile("(\\d+) (.+)");
    private static final Pattern RECORD = Pattern.compile("record (\\S+) (\\(.*\\))");
    private static final Pattern ENUM = Pattern.compile("enum (\\S+) (.+)");

    /** Returns the schema of a protocol. */
    static Schema of(ProtocolModel model) {
        Map<Integer, String> operations = new TreeMap<>();
        Map<String, String> records = new TreeMap<>();
        Map<String, List<String>> enums = new TreeMap<>();
        model.operations().forEach(each -> operations.put(each.number(), text(each)));
        model.wireTypes().forEach(each -> {
            if (each instanceof WireType.Struct struct) {
                records.put(struct.shape(), struct.content());
            } else if (each instanceof WireType.Constant constant) {
                enums.put(constant.shape(), constant.constants());
            }
        });
        return new Schema(model.type().canonicalName(), model.version(), operations, records, enums);
    }

    private static String text(Operation operation) {
        StringBuilder text = new StringBuilder();
        if (operation.answer() == Answer.NONE) {
            text.append("oneway ");
        }
        if (operation.isIdempotent()) {
            text.append("idempotent ");
        }
        text.append(operation.result() == null ? "void" : operation.result().shape()).append(' ').append(operation.name());
        text.append(operation.parameters().stream().map(Schema::text).filter(each -> !each.isEmpty()).collect(Collectors.joining(", ", "(", ")")));
        if (!operation.exceptions().isEmpty()) {
            text.append(operation.exceptions().stream().map(each -> each.canonicalName()).collect(Collectors.joining(", ", " throws ", "")));
        }
        return text.toString();
    }

    private static String text(Parameter parameter) {
        if (parameter.content() instanceof Value value) {
            return value.type().shape();
        }
        if (parameter.isMoved()) {
            return "handle";
        }
        return parameter.content() instanceof Loan loan ? "lent " + loan.direction().name().toLowerCase(java.util.Locale.ROOT) + '{' + loan.max() + '}' : "";
    }

    /** Returns the text of the schema, which {@link #parse} reads. */
    String text() {
        StringBuilder text = new StringBuilder(COMMENT).append('\n');
        text.append("protocol ").append(protocol).append(" version ").append(version).append('\n');
        operations.forEach((number, each) -> text.append(number).append(' ').append(each).append('\n'));
        records.forEach((name, content) -> text.append("record ").append(name).append(' ').append(content).append('\n'));
        enums.forEach((name, constants) -> text.append("enum ").append(name).append(' ').append(String.join(" ", constants)).append('\n'));
        return text.toString();
    }

    /** Reads a schema. Throws IllegalArgumentException with the line that is none. */
    static Schema parse(String text) {
        String protocol = "";
        int version = 0;
        Map<Integer, String> operations = new TreeMap<>();
        Map<String, String> records = new TreeMap<>();
        Map<String, List<String>> enums = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList());
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            Matcher operation = OPERATION.matcher(line);
            Matcher struct = RECORD.matcher(line);
            Matcher constants = ENUM.matcher(line);
            if (header.matches()) {
                protocol = header.group(1);
                version = Integer.parseInt(header.group(2));
            } else if (operation.matches()) {
                operations.put(Integer.parseInt(operation.group(1)), operation.group(2));
            } else if (struct.matches()) {
                records.put(struct.group(1), struct.group(2));
            } else if (constants.matches()) {
                enums.put(constants.group(1), List.of(constants.group(2).split(" ")));
            } else {
                throw new IllegalArgumentException("no line of a schema: " + line);
            }
        }
        if (version == 0) {
            throw new IllegalArgumentException("no line with protocol and version");
        }
        return new Schema(protocol, version, operations, records, enums);
    }
}
