package org.bulkhead.nucleus.kernel;

import static org.bulkhead.nucleus.kernel.Machine.MESSAGE;
import static org.bulkhead.nucleus.kernel.Machine.TRANSFERS;
import static org.bulkhead.nucleus.kernel.Machine.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.nucleus.kernel.memory.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappedLeaseTest {
    private static final int READ = MessageLayout.KIND_LEASE_READ;
    private static final int WRITE = MessageLayout.KIND_LEASE_WRITE;
    private static final int PAGE = 4096;
    private static final long LENT = AddressSpaceLayout.HEAP_START + 8 * PAGE;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    // Intel SDM 3A, 4.5.
    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long NO_EXECUTE = 1L << 63;
    private static final int SUBMIT_BIT = 9;

    private Machine machine;
    private Isolate server;
    private Isolate client;
    private long token;

    @BeforeEach
    void boot() {
        machine = new Machine();
        server = machine.startPlain("server");
        client = machine.startPlain("client");
        long queue = machine.queue(8, 3);
        machine.serve(server, queue);
        machine.connect(client, queue, 4, 7);
    }

    private void lend(int place, int kind, long address, long length) {
        long entry = TRANSFERS + (long) place * MessageLayout.TRANSFER_SIZE;
        Machine.store(client, entry, kind);
        Machine.store(client, entry + MessageLayout.TRANSFER_ADDRESS, address);
        Machine.store(client, entry + MessageLayout.TRANSFER_LENGTH, length);
    }

    private long connection() {
        return machine.handleTo(client, HandleKind.CONNECTION);
    }

    private void call(int leases, int flags, long deadline) {
        Machine.compose(client, 1, 2, leases, flags);
        machine.callAs(client, SystemCall.CALL, connection(), MESSAGE, TRANSFERS, deadline);
        receive();
    }

    private void receive() {
        assertEquals(MessageLayout.RECEIVED_MESSAGE, machine.callAs(server, SystemCall.RECEIVE, 0, MESSAGE, Machine.FOREVER));
        token = Machine.token(server);
    }

    private void call(int kind, long address, long length) {
        lend(0, kind, address, length);
        call(1, 0, Machine.FOREVER);
    }

    private long map(int index, int kind, long length) {
        return machine.callAs(server, SystemCall.LEASE_MAP, token, index, kind, length);
    }

    private void reply() {
        Machine.compose(server, 0, 0, 0, 0);
        assertEquals(0, machine.callAs(server, SystemCall.REPLY, token, MESSAGE, 0));
    }

    private long frame(Isolate isolate, long address) {
        return Machine.pageEntry(isolate, address) & FRAME;
    }

    private void assertUnmapped(long address, int pages) {
        for (int i = 0; i < pages; i++) {
            assertEquals(0, Machine.pageEntry(server, address + i * PAGE));
        }
    }

    @Test
    void theServerSeesTheCallersOwnPages() {
        Machine.store(client, LENT + PAGE, 4711);
        call(READ, LENT, 3 * PAGE);
        long address = map(0, READ, 3 * PAGE);
        assertTrue(address >= AddressSpaceLayout.LEASES_START && address < AddressSpaceLayout.HEAP_START);
        for (int i = 0; i < 3; i++) {
            assertEquals(frame(client, LENT + i * PAGE), frame(server, address + i * PAGE));
            assertEquals(PRESENT | USER | NO_EXECUTE, Machine.pageEntry(server, address + i * PAGE) & (PRESENT | WRITABLE | USER | NO_EXECUTE), "to read alone");
        }
        assertEquals(4711, Window.load(frame(server, address + PAGE)));
        assertEquals(address, map(0, READ, 3 * PAGE), "twice is once");
    }

    @Test
    void whatIsLentForWritingCanBeWritten() {
        call(WRITE, LENT, PAGE);
        long address = map(0, WRITE, PAGE);
        assertEquals(PRESENT | WRITABLE | USER | NO_EXECUTE, Machine.pageEntry(server, address) & (PRESENT | WRITABLE | USER | NO_EXECUTE));
        Window.store(frame(server, address) + 8, 815);
        reply();
        assertEquals(815, Machine.load(client, LENT + 8));
    }

    @Test
    void theReplyEndsIt() {
        call(WRITE, LENT, 2 * PAGE);
        long address = map(0, WRITE, 2 * PAGE);
        machine.hardware.invalidated.clear();
        reply();
        assertUnmapped(address, 2);
        assertEquals(java.util.List.of(address, address + PAGE), machine.hardware.invalidated, "the processor forgets it, whoever runs");
        assertEquals(refusal(ErrorCode.TOKEN_VOID), map(0, WRITE, 2 * PAGE));
        assertEquals(0, machine.callAs(client, SystemCall.RELEASE_MEMORY, LENT, 2 * PAGE));
        assertEquals(0, Machine.pageEntry(client, LENT));
    }

    @Test
    void soDoRefusalExpiryAndCancelling() {
        call(WRITE, LENT, PAGE);
        long address = map(0, WRITE, PAGE);
        machine.callAs(server, SystemCall.REFUSE, token, 1);
        assertUnmapped(address, 1);
        lend(0, WRITE, LENT, PAGE);
        call(1, 0, machine.nanoseconds() + 3_000_000);
        address = map(0, WRITE, PAGE);
        machine.pass(5);
        assertUnmapped(address, 1);
        assertEquals(refusal(ErrorCode.DEADLINE), Machine.result(client));
        lend(0, WRITE, LENT, PAGE);
        Machine.compose(client, 1, 2, 1, 0);
        long submitted = machine.callAs(client, SystemCall.SUBMIT, connection(), MESSAGE, TRANSFERS, Machine.FOREVER, SUBMIT_BIT);
        receive();
        address = map(0, WRITE, PAGE);
        assertEquals(0, machine.callAs(client, SystemCall.CANCEL, submitted));
        assertUnmapped(address, 1);
    }

    @Test
    void soDoesTheDeathOfTheLender() {
        call(WRITE, LENT, 2 * PAGE);
        long address = map(0, WRITE, 2 * PAGE);
        long frame = frame(server, address);
        machine.kernel.deaths.end(client, DeathReason.KILLED, 0, 0);
        assertUnmapped(address, 2);
        assertNotEquals(client.index + 1, machine.kernel.frames.owner(frame));
        machine.become(server);
        server.thread.setRegister(ThreadContext.RIP, Machine.CODE + 0x444);
        machine.pageFault(address + 16, 6);
        assertEquals(Isolate.State.ALIVE, server.state, "an exception in the borrower only");
        assertEquals(Machine.FAULT_ENTRY, server.thread.register(ThreadContext.RIP));
        assertEquals(address + 16, server.thread.register(ThreadContext.RSI));
    }

    @Test
    void soDoesTheDeathOfTheServer() {
        lend(0, WRITE, LENT, PAGE);
        call(1, MessageLayout.FLAG_IDEMPOTENT, Machine.FOREVER);
        map(0, WRITE, PAGE);
        machine.kernel.deaths.end(server, DeathReason.KILLED, 0, 0);
        server = machine.startPlain("successor");
        machine.serve(server, machine.handleTo(machine.supervisor(), HandleKind.QUEUE));
        receive();
        long address = map(0, WRITE, PAGE);
        assertEquals(frame(client, LENT), frame(server, address), "lent to the successor as if nothing had been");
        reply();
        assertUnmapped(address, 1);
    }

    @Test
    void aReadOnlyLeaseIsAnExceptionForWhoeverWritesIt() {
        call(READ, LENT, PAGE);
        long address = map(0, READ, PAGE);
        machine.become(server);
        server.thread.setRegister(ThreadContext.RIP, Machine.CODE + 0x444);
        machine.pageFault(address, 7);
        assertEquals(Machine.FAULT_ENTRY, server.thread.register(ThreadContext.RIP));
        assertEquals(PRESENT | USER, Machine.pageEntry(server, address) & (PRESENT | WRITABLE | USER));
    }

    @Test
    void pagesThatOthersSeeStay() {
        lend(0, WRITE, LENT, 2 * PAGE);
        Machine.compose(client, 1, 2, 1, 0);
        machine.callAs(client, SystemCall.SUBMIT, connection(), MESSAGE, TRANSFERS, Machine.FOREVER, SUBMIT_BIT);
        receive();
        long address = map(0, WRITE, 2 * PAGE);
        Machine.store(client, LENT + 2 * PAGE, 1);
        assertEquals(0, machine.callAs(client, SystemCall.RELEASE_MEMORY, LENT, 3 * PAGE), "the submitter runs on");
        assertEquals(frame(server, address), frame(client, LENT));
        assertEquals(frame(server, address + PAGE), frame(client, LENT + PAGE));
        assertEquals(0, Machine.pageEntry(client, LENT + 2 * PAGE), "which nobody else sees");
        reply();
        assertEquals(0, machine.callAs(client, SystemCall.RELEASE_MEMORY, LENT, 2 * PAGE));
        assertEquals(0, Machine.pageEntry(client, LENT));
    }

    @Test
    void noPageIsMappedTwice() {
        lend(0, WRITE, LENT, 2 * PAGE);
        lend(1, READ, LENT + PAGE, PAGE);
        lend(2, READ, LENT + 2 * PAGE, PAGE);
        call(3, 0, Machine.FOREVER);
        long first = map(0, WRITE, 2 * PAGE);
        assertEquals(refusal(ErrorCode.BAD_LEASE), map(1, READ, PAGE));
        assertTrue(map(2, READ, PAGE) > first);
        machine.kernel.deaths.end(server, DeathReason.KILLED, 0, 0);
        assertEquals(0, machine.callAs(client, SystemCall.RELEASE_MEMORY, LENT, 3 * PAGE));
        assertEquals(0, Machine.pageEntry(client, LENT + PAGE));
    }

    @Test
    void onlyWholePagesOfTheHeapCanBeMapped() {
        long[][] wrong = {{LENT + 8, PAGE}, {LENT, PAGE + 8}, {LENT, 0}, {LENT, AddressSpaceLayout.LEASE_SIZE + PAGE}, {Machine.DATA, PAGE}, {AddressSpaceLayout.STACK_END - PAGE, PAGE},
            {AddressSpaceLayout.LEASES_START, PAGE}, {AddressSpaceLayout.HEAP_START + 15 * PAGE, 2 * PAGE}, {Machine.CODE, PAGE}};
        for (long[] each : wrong) {
            call(WRITE, each[0], each[1]);
            assertEquals(refusal(ErrorCode.BAD_LEASE), map(0, WRITE, each[1]), Long.toHexString(each[0]));
            reply();
        }
    }

    @Test
    void theServerMustKnowWhatItMaps() {
        call(READ, LENT, PAGE);
        assertEquals(refusal(ErrorCode.BAD_LEASE), map(0, WRITE, PAGE));
        assertEquals(refusal(ErrorCode.BAD_LEASE), map(0, 0, PAGE));
        assertEquals(refusal(ErrorCode.BAD_LEASE), map(0, READ, 2 * PAGE), "the client claims more than it lends");
        assertEquals(refusal(ErrorCode.BAD_LEASE), map(1, READ, PAGE));
        assertEquals(refusal(ErrorCode.BAD_LEASE), map(-1, READ, PAGE));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(server, SystemCall.LEASE_MAP, token + (1 << 16), 0, READ, PAGE));
        assertEquals(refusal(ErrorCode.TOKEN_VOID), machine.callAs(machine.supervisor(), SystemCall.LEASE_MAP, token, 0, READ, PAGE));
    }

    @Test
    void mappedMemoryHoldsNoMessagesAndIsNotLentOn() {
        call(WRITE, LENT, PAGE);
        long address = map(0, WRITE, PAGE);
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(server, SystemCall.RECEIVE, 0, address, 0));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(server, SystemCall.LOG, address, 8));
        assertEquals(refusal(ErrorCode.BAD_ADDRESS), machine.callAs(server, SystemCall.RELEASE_MEMORY, address, PAGE));
    }

    @Test
    void theTableIsChargedToTheServerAndThePagesToTheLender() {
        call(WRITE, LENT, 2 * PAGE);
        int servers = server.space.pages;
        int clients = client.space.pages;
        map(0, WRITE, 2 * PAGE);
        assertEquals(servers + 1, server.space.pages);
        assertEquals(clients + 2, client.space.pages);
        reply();
        server.space.quota = server.space.pages;
        call(WRITE, LENT, 2 * PAGE);
        assertTrue(map(0, WRITE, 2 * PAGE) > 0, "the table stays");
    }

    @Test
    void aServerWithoutQuotaForTheTableIsRefused() {
        call(WRITE, LENT, PAGE);
        server.space.quota = server.space.pages;
        assertEquals(refusal(ErrorCode.NO_RESOURCE), map(0, WRITE, PAGE));
        server.space.quota++;
        assertTrue(map(0, WRITE, PAGE) > 0, "nothing was marked as lent");
    }

    @Test
    void placesOfEndedLeasesStayEmptyForLong() {
        long last = 0;
        for (int i = 0; i < 256; i++) {
            call(WRITE, LENT, PAGE);
            long address = map(0, WRITE, PAGE);
            assertNotEquals(last, address);
            last = address;
            reply();
        }
        call(WRITE, LENT, PAGE);
        assertEquals(last - 255 * AddressSpaceLayout.LEASE_SIZE, map(0, WRITE, PAGE), "only then from the start");
    }
}
