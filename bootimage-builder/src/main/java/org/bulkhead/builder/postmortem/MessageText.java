package org.bulkhead.builder.postmortem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.OperationCode;
import org.bulkhead.nucleus.abi.MessageLayout;

/** Requests in words, by the schema of a protocol, {@code src/main/protocols/NAME.protocol} of the module that has it: name of the method, and parameters in their order. */
final class MessageText {
    private static final Pattern OPERATION = Pattern.compile("(\\d+) (?:oneway |idempotent )*\\S+ (\\w+)\\((.*)\\)(?: throws .*)?");
    private static final Pattern RECORD = Pattern.compile("record (\\S+) \\((.*)\\)");
    private static final Pattern ENUM = Pattern.compile("enum (\\S+) (.+)");
    private static final Pattern LIMIT = Pattern.compile("\\{\\d+}");
    private static final String LENT = "lent ";
    private static final String ARRAY = "[]";

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> parameters = new HashMap<>();
    private final Map<String, String> records = new HashMap<>();
    private final Map<String, String[]> enums = new HashMap<>();

    private MessageText(String schema) {
        for (String line : (Iterable<String>) schema.lines()::iterator) {
            Matcher operation = OPERATION.matcher(line);
            Matcher struct = RECORD.matcher(line);
            Matcher constants = ENUM.matcher(line);
            if (operation.matches()) {
                names.put(Integer.parseInt(operation.group(1)), operation.group(2));
                parameters.put(Integer.parseInt(operation.group(1)), operation.group(3));
            } else if (struct.matches()) {
                records.put(struct.group(1), struct.group(2));
            } else if (constants.matches()) {
                enums.put(constants.group(1), constants.group(2).split(" "));
            }
        }
    }

    /** Returns the reader of a protocol's requests, by the simple name of its interface; empty if its schema is not on the class path. */
    static Optional<MessageText> of(String protocol) {
        try (InputStream in = MessageText.class.getResourceAsStream("/protocols/" + protocol + ".protocol")) {
            return in == null ? Optional.empty() : Optional.of(new MessageText(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw UserProblem.failure("cannot read the schema of " + protocol + ": " + e.getMessage(), e);
        }
    }

    /** Returns the name of the method that an operation code names; its number if there is none. */
    String operation(int code) {
        return names.getOrDefault(OperationCode.number(code), "operation " + OperationCode.number(code));
    }

    /** Returns a request as a call of its method; what does not decode is shown in hexadecimal. */
    String describe(int code, ByteBuffer message) {
        ByteBuffer payload = payload(message);
        String types = parameters.get(OperationCode.number(code));
        if (types != null) {
            try {
                String text = operation(code) + values(types, payload);
                if (!payload.hasRemaining()) return text;
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                // It is a request that the server would have refused: what it holds is shown as it is.
            }
        }
        return operation(code) + ' ' + hex(message);
    }

    /** Returns the payload of a request in hexadecimal. */
    static String hex(ByteBuffer message) {
        ByteBuffer payload = payload(message);
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return "[" + HexFormat.of().formatHex(bytes) + "]";
    }

    private static ByteBuffer payload(ByteBuffer message) {
        int length = Math.min(message.getShort(MessageLayout.LENGTH) & 0xFFFF, MessageLayout.PAYLOAD_SIZE);
        return message.slice(MessageLayout.PAYLOAD, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String values(String types, ByteBuffer payload) {
        List<String> values = new ArrayList<>();
        for (String type : types.isEmpty() ? new String[0] : types.split(", ")) {
            values.add(value(LIMIT.matcher(type).replaceAll(""), payload));
        }
        return "(" + String.join(", ", values) + ")";
    }

    private String value(String type, ByteBuffer payload) {
        if (type.endsWith("?")) {
            return flag(payload) ? value(type.substring(0, type.length() - 1), payload) : "null";
        }
        if (type.startsWith(LENT)) {
            return payload.getInt() + " bytes lent to " + type.substring(LENT.length());
        }
        if (type.endsWith(ARRAY)) {
            List<String> elements = new ArrayList<>();
            for (int i = payload.get() & 0xFF; i > 0; i--) {
                elements.add(value(type.substring(0, type.length() - ARRAY.length()), payload));
            }
            return elements.toString();
        }
        return switch (type) {
            case "boolean" -> Boolean.toString(flag(payload));
            case "byte" -> Byte.toString(payload.get());
            case "short" -> Short.toString(payload.getShort());
            case "char" -> Integer.toString(payload.getChar());
            case "int" -> Integer.toString(payload.getInt());
            case "long" -> Long.toString(payload.getLong());
            case "float" -> Float.toString(payload.getFloat());
            case "double" -> Double.toString(payload.getDouble());
            case "String" -> text(payload);
            default -> compound(type, payload);
        };
    }

    private String compound(String type, ByteBuffer payload) {
        String[] constants = enums.get(type);
        if (constants != null) {
            int ordinal = payload.get() & 0xFF;
            if (ordinal >= constants.length) {
                throw new IllegalArgumentException(type + " has no constant " + ordinal);
            }
            return constants[ordinal];
        }
        String content = records.get(type);
        if (content == null) {
            throw new IllegalArgumentException("the schema does not say what a " + type + " is");
        }
        return type.substring(type.lastIndexOf('.') + 1) + values(content, payload);
    }

    private static boolean flag(ByteBuffer payload) {
        return payload.get() != 0;
    }

    private static String text(ByteBuffer payload) {
        byte[] bytes = new byte[payload.get() & 0xFF];
        payload.get(bytes);
        return '"' + new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
