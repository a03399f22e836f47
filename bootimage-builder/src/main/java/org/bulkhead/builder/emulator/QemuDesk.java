package org.bulkhead.builder.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.Key;

/** QEMU's screen, keyboard and mouse through its machine protocol (QMP), to which it connects by itself. */
final class QemuDesk extends Desk {
    private static final String SCREEN = "screen.bin";
    private static final int VIDEO_MEMORY = 0xB8000;
    private static final int CRT_INDEX = 0x3D4;
    private static final int CRT_DATA = 0x3D5;
    private static final int CURSOR_HIGH = 0x0E;
    private static final int CURSOR_LOW = 0x0F;
    private static final String INPUT = "input-send-event";
    /** The guest has asked for the end of the machine (QEMU QMP Reference Manual, "SHUTDOWN"). */
    private static final String OFF_EVENT = "SHUTDOWN";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern PORT_VALUE = Pattern.compile("= 0x([0-9a-f]+)");

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final BufferedReader in;
    private final OutputStream out;
    /** Whether the machine has turned itself off. */
    private boolean isOff;

    /** Waits for QEMU to connect; {@code folder} is the one in which it runs. */
    QemuDesk(ServerSocket server, RunFolder folder) {
        this.folder = folder.path();
        try {
            server.setSoTimeout(PATIENCE_MILLIS);
            Socket socket = server.accept();
            folder.keepOpen(socket);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
            // The greeting.
            in.readLine();
        } catch (IOException e) {
            throw UserProblem.failure("QEMU does not offer its machine protocol: " + e.getMessage(), e);
        }
        execute("qmp_capabilities", Map.of());
    }

    private JsonNode execute(String command, Map<String, ?> arguments) {
        JsonNode result = send(command, arguments);
        if (result == null) {
            throw ended(command);
        }
        return result;
    }

    private static UserProblem ended(String command) {
        return UserProblem.failure("the machine ended before " + command);
    }

    /** Has a command executed and returns its result, or null if QEMU ended before it answered. Of the events that come meanwhile only the machine's end is of interest. */
    private JsonNode send(String command, Map<String, ?> arguments) {
        try {
            out.write(json.writeValueAsBytes(Map.of("execute", command, "arguments", arguments)));
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode answer = json.readTree(line);
                if (answer.has("error")) {
                    throw UserProblem.failure("QEMU refuses " + command + ": " + answer.get("error").get("desc").asText());
                }
                if (answer.has("return")) {
                    return answer.get("return");
                }
                isOff |= answer.path("event").asText().equals(OFF_EVENT);
            }
            return null;
        } catch (IOException e) {
            throw UserProblem.failure("QEMU does not obey " + command + ": " + e.getMessage(), e);
        }
    }

    private void input(Map<String, ?>... events) {
        // Whoever gets it may turn the machine off before QEMU has answered.
        if (send(INPUT, Map.of("events", List.of(events))) == null && !isOff) {
            throw ended(INPUT);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    void send(Key key, Turn turn) {
        input(Map.of("type", "key", "data", Map.of("down", turn == Turn.DOWN, "key", Map.of("type", "qcode", "data", KeyNames.qemu(key)))));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void move(int right, int down) {
        input(Map.of("type", "rel", "data", Map.of("axis", "x", "value", right)), Map.of("type", "rel", "data", Map.of("axis", "y", "value", down)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void turn(MouseButton button, Turn turn) {
        input(Map.of("type", "btn", "data", Map.of("down", turn == Turn.DOWN, "button", button.name().toLowerCase(Locale.ROOT))));
    }

    /** The machine stands still meanwhile, so the picture is of one moment, and its driver does not find another register chosen than it chose. */
    @Override
    public ScreenText screen() {
        execute("stop", Map.of());
        try {
            execute("pmemsave", Map.of("val", VIDEO_MEMORY, "size", ScreenText.SIZE, "filename", SCREEN));
            int chosen = readPort(CRT_INDEX);
            int cursor = readCrt(CURSOR_HIGH) << Byte.SIZE | readCrt(CURSOR_LOW);
            writePort(CRT_INDEX, chosen);
            return new ScreenText(Files.readAllBytes(folder.resolve(SCREEN)), cursor);
        } catch (IOException e) {
            throw UserProblem.failure("QEMU did not save the screen: " + e.getMessage(), e);
        } finally {
            execute("cont", Map.of());
        }
    }

    private int readCrt(int register) {
        writePort(CRT_INDEX, register);
        return readPort(CRT_DATA);
    }

    private void writePort(int port, int value) {
        execute("human-monitor-command", Map.of("command-line", "o /b " + port + " " + value));
    }

    private int readPort(int port) {
        String answer = execute("human-monitor-command", Map.of("command-line", "i /b " + port)).asText();
        Matcher matcher = PORT_VALUE.matcher(answer);
        if (!matcher.find()) {
            throw UserProblem.failure("QEMU does not read port " + port + ": " + answer.strip());
        }
        return Integer.parseInt(matcher.group(1), 16);
    }
}
