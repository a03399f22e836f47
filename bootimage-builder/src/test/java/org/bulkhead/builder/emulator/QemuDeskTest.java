package org.bulkhead.builder.emulator;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.Key;
import org.junit.jupiter.api.Test;

/** What the desk makes of a machine that ends instead of answering; the test plays QEMU. */
class QemuDeskTest {
    private static final String ANSWER = "{\"return\": {}}\n";

    @Test
    void aKeyMayTurnTheMachineOffBeforeItIsAcknowledged() throws IOException {
        assertDoesNotThrow(() -> pressWith("{\"event\": \"SHUTDOWN\", \"data\": {\"guest\": true, \"reason\": \"guest-shutdown\"}}\n"));
        assertDoesNotThrow(() -> pressWith(ANSWER));
    }

    @Test
    void aMachineThatEndsByItselfIsToldOf() {
        assertEquals("the machine ended before input-send-event", assertThrows(UserProblem.class, () -> pressWith("{\"event\": \"RESET\"}\n")).getMessage());
    }

    /** Presses a key on a machine that says {@code last} to it and ends. */
    private static void pressWith(String last) throws IOException {
        try (RunFolder folder = RunFolder.create(); ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> machine = CompletableFuture.runAsync(() -> play(server, last));
            new QemuDesk(server, folder).turn(Key.ENTER, Desk.Turn.DOWN);
            machine.join();
        }
    }

    private static void play(ServerSocket server, String last) {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            say(socket, "{\"QMP\": {}}\n");
            MappingIterator<JsonNode> commands = new ObjectMapper().readerFor(JsonNode.class).readValues(socket.getInputStream());
            assertEquals("qmp_capabilities", commands.next().get("execute").asText());
            say(socket, ANSWER);
            assertEquals("input-send-event", commands.next().get("execute").asText());
            say(socket, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
