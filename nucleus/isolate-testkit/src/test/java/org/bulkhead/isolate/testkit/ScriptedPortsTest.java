package org.bulkhead.isolate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScriptedPortsTest {
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    @Test
    void answersInOrder() {
        ScriptedPorts ports = ScriptedPorts.inOrder().write(0x3F9, 0x0F).read(0x3FD, 0x60).read(0x3FD, 0x61);
        ports.outByte(0x3F9, 0x10F);
        assertEquals(0x60, ports.inByte(0x3FD));
        assertEquals(0x61, ports.inByte(0x3FD));
        ports.verify();
    }

    @Test
    void saysWhatCameWhatWasExpectedAndWhatHadComeBefore() {
        ScriptedPorts ports = ScriptedPorts.inOrder().read(0x3FD, 0x60).write(0x3F8, 'a');
        ports.inByte(0x3FD);
        assertEquals("""
            unexpected port access
              came:     write 0x3F8 \u2190 0x62
              expected: write 0x3F8 \u2190 0x61
              what had come before (1):
                read 0x3FD \u2192 0x60""", assertThrows(AssertionError.class, () -> ports.outByte(0x3F8, 'b')).getMessage());
    }

    @Test
    void whatHasNotComeIsMissed() {
        ScriptedPorts ports = ScriptedPorts.inOrder().read(0x3FD, 0x60);
        String message = assertThrows(AssertionError.class, ports::verify).getMessage();
        assertTrue(message.startsWith("1 expected port accesses have not come, the first of them: read 0x3FD \u2192 0x60"), message);
    }

    @Test
    void orderMattersOnlyPerPortIfOneSaysSo() {
        ScriptedPorts ports = ScriptedPorts.inAnyOrder().write(1, 1).write(2, 2).write(1, 3).read(3, 4);
        assertEquals(4, ports.inByte(3));
        ports.outByte(2, 2);
        assertTrue(assertThrows(AssertionError.class, () -> ports.outByte(1, 3)).getMessage().contains("expected: write 0x1 \u2190 0x01"));
        ports.outByte(1, 1);
        ports.outByte(1, 3);
        ports.verify();
    }

    @Test
    void actionsHappenWhenTheirTimeHasCome() {
        boolean[] done = new boolean[1];
        ScriptedPorts ports = ScriptedPorts.inOrder().readInt(0xCFC, -1).then(() -> done[0] = true).writeInt(0xCF8, 7);
        assertEquals(-1, ports.inInt(0xCFC));
        assertTrue(done[0]);
        ports.outInt(0xCF8, 7);
        ports.verify();
    }

    private int readRegister() {
        Message message = new Message().begin(Counter.READ_REGISTER);
        kit.queue("counter").call(message, Nucleus.FOREVER);
        return message.getInt();
    }

    @Test
    void aDriverThatDoesSomethingElseFailsTheTest() {
        kit.start(Counter.class, ScriptedPorts.inOrder().read(0x301, 0x5A).write(0x300, 1));
        assertEquals(0x5A, readRegister());
        assertTrue(assertThrows(AssertionError.class, this::readRegister).getMessage().contains("came:     read 0x301"));
        kit.boot();
    }

    @Test
    void theTestkitMissesWhatHasNotCome() {
        kit.start(Counter.class, ScriptedPorts.inOrder().read(0x301, 0x5A));
        assertTrue(assertThrows(AssertionError.class, kit::close).getMessage().contains("read 0x301"));
        kit.boot();
    }
}
