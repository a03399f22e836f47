package org.example.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.bulkhead.isolate.testkit.ScriptedPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the desk: the driver, from its client's method calls to the registers. */
class PrinterDriverTest {
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private PrinterModel model;
    private Printer printer;

    private void start() {
        model = new PrinterModel(kit);
        kit.start(PrinterDriver.class, model);
        printer = kit.connect("printer0", Printer.class);
    }

    @Test
    void eachCharacterIsStrobed() throws DeviceException {
        ScriptedPorts ports = ScriptedPorts.inOrder()
            .write(0x37A, 0x1C).read(0x379, 0xD8)
            .read(0x379, 0xD8).write(0x378, 'A').write(0x37A, 0x1D).write(0x37A, 0x1C)
            .read(0x379, 0xD8).write(0x378, '\n').write(0x37A, 0x1D).write(0x37A, 0x1C);
        kit.start(PrinterDriver.class, ports);
        kit.connect("printer0", Printer.class).print("A");
    }

    @Test
    void linesReachThePaper() throws DeviceException {
        start();
        assertTrue(printer.isReady());
        printer.print("Hello,");
        printer.print("world.");
        kit.run();
        assertEquals("Hello,\nworld.\n", model.paper());
    }

    @Test
    void noPaperIsAnError() {
        start();
        model.trouble = PrinterModel.Trouble.NO_PAPER;
        assertFalse(printer.isReady());
        assertEquals("the printer is out of paper", assertThrows(DeviceException.class, () -> printer.print("Hello")).getMessage());
    }

    @Test
    void aPrinterThatHangsIsAnErrorAfterHalfASecond() {
        start();
        model.trouble = PrinterModel.Trouble.HANGS;
        long before = kit.now();
        assertEquals("the printer does not answer", assertThrows(DeviceException.class, () -> printer.print("Hello")).getMessage());
        long waited = kit.now() - before;
        assertTrue(waited >= 500_000_000 && waited < 510_000_000, waited + " ns");
    }

    @Test
    void aClientLearnsThatItsLineWasBegun() throws DeviceException {
        start();
        kit.killAtRequest("printer0", RequestPhase.IN_SERVICE, 2);
        printer.print("one");
        assertTrue(assertThrows(PeerDiedException.class, () -> printer.print("two")).begun());
        printer.print("two");
        kit.run();
        assertEquals("one\ntwo\n", model.paper());
        assertEquals(1, kit.incarnation("printer0"));
    }

    @Test
    void theLetterIsPrintedWhateverHappensToTheDriver() {
        start();
        kit.killAtRequest("printer0", RequestPhase.QUEUED, 2);
        kit.killAtRequest("printer0", RequestPhase.IN_SERVICE, 5);
        kit.start(Letter.class);
        kit.advance(5_000_000_000L);
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= Letter.LINES; i++) {
            expected.append("line ").append(i).append('\n');
        }
        assertEquals(expected.toString(), model.paper());
        assertTrue(kit.log().contains("letter: done"), kit.log().toString());
        assertEquals(2, kit.incarnation("printer0"));
    }
}
