package org.bulkhead.drivers.ne2000;

import java.nio.ByteBuffer;
import org.bulkhead.drivers.buffer.FrameQueue;
import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PciDevice;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.LinkState;
import org.bulkhead.isolate.protocol.NetworkStatistics;
import org.bulkhead.isolate.protocol.ReceiveMode;

/**
 * A card: sends one frame at a time, and moves what the chip received from its ring of pages to a queue.
 *
 * <p>Nothing is believed from an interrupt but that it is time to look at the status register, and nothing from the ring that does not fit together: a card that goes wrong is set
 * up anew. How it is set up is kept as private state, where a successor finds it.
 */
final class Ne2000 {
    static final int ADDRESS_SIZE = 6;
    static final int LONGEST_FRAME = 1514;
    /** The shortest frame; shorter ones are filled up with zeroes. */
    static final int SHORTEST_FRAME = 60;

    /** Destination, source and type. */
    static final int FRAME_HEADER = 14;
    private static final int MEMORY_PAGE = 0x40;
    private static final int RING_FIRST = 0x46;
    private static final int RING_END = 0x80;
    private static final int RING_PAGES = RING_END - RING_FIRST;
    private static final int ROUNDS = 8;
    private static final int COUNTERS = 9;
    /** Frames that a death may leave uncounted. */
    private static final int UNCOMMITTED_LIMIT = 64;
    private static final int WORK_SIZE = 32;
    private static final int BYTE = 0xFF;

    private static final long RESET_NANOS = 10_000_000L;
    private static final long POLL_NANOS = 100_000L;
    /** A frame takes 1.2 ms at 10 Mbit/s, and 15 collisions at most as long again each. */
    private static final long SEND_NANOS = 100_000_000L;
    /** The time in which a frame that is being received or sent comes to its end (DP8390D, section 7.0). */
    private static final long QUIET_NANOS = 1_600_000L;

    private final PortRange ports;
    private final InterruptLine line;
    private final CardMemory memory;
    private final FrameQueue queue = new FrameQueue();
    private final ByteBuffer frame = RawMemory.allocateBuffer(FrameQueue.PLACE);
    private final ByteBuffer work = RawMemory.allocateBuffer(WORK_SIZE);
    private final byte[] address = new byte[ADDRESS_SIZE];
    private final Settings settings = new Settings();
    private final StateKeeper keeper;
    private boolean ready;
    private int uncommitted;
    private boolean sending;
    private int sendStatus;
    private int nextPage;
    private LinkState link = LinkState.UNKNOWN;
    private long received;
    private long sent;
    private long dropped;
    private long missed;
    private long damaged;
    private long overflows;
    private long collisions;
    private long sendErrors;
    private long resets;

    /** Takes over a card in whatever state it is, with the settings and statistics that a predecessor has left. */
    Ne2000(PciDevice card, StateKeeper keeper) {
        this.ports = card.ports("registers");
        this.line = card.interrupt();
        this.keeper = keeper;
        this.memory = new CardMemory(ports);
        keeper.recall(this::restore);
        try {
            stop();
            setUp();
        } catch (DeviceException e) {
            // A card that does not answer makes every request an error, and is tried again with the next; that is no reason to die.
            ready = false;
        }
    }

    /** Leaves settings and statistics to a successor. */
    private void keep() {
        uncommitted = 0;
        ByteBuffer state = StateKeeper.buffer(Settings.SAVED_SIZE + COUNTERS * Long.BYTES);
        settings.save(state);
        state.putLong(received).putLong(sent).putLong(dropped).putLong(missed).putLong(damaged).putLong(overflows).putLong(collisions).putLong(sendErrors).putLong(resets);
        keeper.keep(state);
    }

    private void restore(ByteBuffer state) {
        settings.restore(state);
        received = state.getLong();
        sent = state.getLong();
        dropped = state.getLong();
        missed = state.getLong();
        damaged = state.getLong();
        overflows = state.getLong();
        collisions = state.getLong();
        sendErrors = state.getLong();
        resets = state.getLong();
    }

    /** A frame more has been counted. */
    private void counted() {
        if (++uncommitted == UNCOMMITTED_LIMIT) {
            keep();
        }
    }

    byte[] address() throws DeviceException {
        requireReady();
        return address.clone();
    }

    /** Returns the frames that were received. */
    FrameQueue queue() {
        return queue;
    }

    LinkState link() {
        return link;
    }

    NetworkStatistics statistics() {
        readTallies();
        keep();
        return new NetworkStatistics(received, sent, dropped, missed, damaged, overflows, collisions, sendErrors, resets);
    }

    /** Takes these frames from now on. */
    void receive(ReceiveMode mode) throws DeviceException {
        requireReady();
        settings.use(mode);
        configureReceiver();
        keep();
    }

    /** Takes frames to the group address {@code group} as well. */
    void join(byte[] group) throws DeviceException {
        requireReady();
        settings.join(group);
        configureReceiver();
        keep();
    }

    /** Sends a frame and waits until it has left. */
    void send(ByteBuffer lent) throws DeviceException {
        requireReady();
        int count = Math.max(lent.remaining(), SHORTEST_FRAME);
        frame.clear().put(lent);
        while (frame.position() < count) {
            frame.put((byte) 0);
        }
        memory.write(MEMORY_PAGE << Dp8390.PAGE_SHIFT, frame.clear(), count + 1 & ~1);
        ports.write(Dp8390.TRANSMIT_START, MEMORY_PAGE);
        ports.write(Dp8390.TRANSMIT_COUNT, count);
        ports.write(Dp8390.TRANSMIT_COUNT + 1, count >> 8);
        sending = true;
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT | Dp8390.COMMAND_TRANSMIT);
        awaitSent();
    }

    private void awaitSent() throws DeviceException {
        long deadline = Nucleus.after(SEND_NANOS);
        while (sending) {
            boolean interrupted = line.await(deadline);
            serve();
            if (sending && !interrupted) {
                sendErrors++;
                recover();
                throw new DeviceException("the card does not send");
            }
        }
        if ((sendStatus & Dp8390.SENT_WITHOUT_ERROR) == 0) {
            throw new DeviceException("the frame did not leave: status 0x" + Integer.toHexString(sendStatus));
        }
    }

    /** Does what the card asks for by its interrupt, and lets the line interrupt again. */
    void serve() {
        for (int round = 0; round < ROUNDS; round++) {
            int events = ports.read(Dp8390.INTERRUPT_STATUS) & Dp8390.EVENTS;
            if (events == 0) {
                break;
            }
            // Before the ring is looked at, so that a frame that arrives meanwhile is an event of its own; an overflow ends with its recovery.
            ports.write(Dp8390.INTERRUPT_STATUS, events & ~Dp8390.OVERFLOW);
            if ((events & (Dp8390.TRANSMITTED | Dp8390.TRANSMIT_ERROR)) != 0) {
                noteSent();
            }
            try {
                if ((events & Dp8390.OVERFLOW) != 0) {
                    recoverFromOverflow();
                } else {
                    drain();
                }
            } catch (DeviceException e) {
                recover();
            }
            if ((events & Dp8390.TALLY_HIGH) != 0) {
                readTallies();
            }
        }
        line.done();
    }

    private void noteSent() {
        sendStatus = ports.read(Dp8390.TRANSMIT_STATUS);
        sending = false;
        link = (sendStatus & Dp8390.CARRIER_LOST) != 0 ? LinkState.DOWN : LinkState.UP;
        if ((sendStatus & Dp8390.SENT_WITHOUT_ERROR) != 0) {
            sent++;
            counted();
        } else {
            sendErrors++;
        }
        if ((sendStatus & Dp8390.COLLIDED) != 0) {
            collisions++;
        }
    }

    /** Moves received frames from the ring to the queue, at most a ring full of them. */
    private void drain() throws DeviceException {
        for (int frames = 0; frames < RING_PAGES; frames++) {
            int current = currentPage();
            if (current == nextPage) {
                return;
            }
            int start = nextPage << Dp8390.PAGE_SHIFT;
            memory.read(start, work.clear(), Dp8390.HEADER_SIZE);
            int following = work.get(Dp8390.HEADER_NEXT) & BYTE;
            int count = work.getChar(Dp8390.HEADER_COUNT);
            if (following != pageBehind(count)) {
                throw new DeviceException("the ring says that page " + following + " follows " + count + " bytes on page " + nextPage);
            }
            // The count includes the checksum, which is left behind.
            take(start + Dp8390.HEADER_SIZE, count - Dp8390.HEADER_SIZE, work.get(Dp8390.HEADER_STATUS));
            nextPage = following;
            ports.write(Dp8390.BOUNDARY, following == RING_FIRST ? RING_END - 1 : following - 1);
        }
    }

    /** Returns the page on which a frame begins that follows one of {@code count} bytes on the next page. */
    private int pageBehind(int count) {
        int page = nextPage + (count + Dp8390.HEADER_SIZE + Dp8390.PAGE - 1 >> Dp8390.PAGE_SHIFT);
        return page >= RING_END ? page - RING_PAGES : page;
    }

    private void take(int from, int length, int status) throws DeviceException {
        if ((status & Dp8390.RECEIVED) == 0 || length < FRAME_HEADER || length > LONGEST_FRAME) {
            damaged++;
            return;
        }
        received++;
        counted();
        if (queue.isFull()) {
            dropped++;
            return;
        }
        ByteBuffer place = queue.freePlace();
        int even = length + 1 & ~1;
        int first = Math.min(even, (RING_END << Dp8390.PAGE_SHIFT) - from);
        memory.read(from, place, first);
        if (first < even) {
            memory.read(RING_FIRST << Dp8390.PAGE_SHIFT, place, even - first);
        }
        queue.add(length);
    }

    private int currentPage() throws DeviceException {
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT | Dp8390.COMMAND_PAGE_1);
        int page = ports.read(Dp8390.CURRENT_PAGE);
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT);
        if (page < RING_FIRST || page >= RING_END) {
            throw new DeviceException("the card's ring goes on at page " + page + ", outside of it");
        }
        return page;
    }

    /** The steps that the data sheet prescribes when the ring is full (DP8390D, section 7.0): without them the chip may hang for good. */
    private void recoverFromOverflow() throws DeviceException {
        overflows++;
        boolean wasSending = (ports.read(Dp8390.COMMAND) & Dp8390.COMMAND_TRANSMIT) != 0;
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_STOP | Dp8390.COMMAND_REMOTE_ABORT);
        Notifications.sleep(QUIET_NANOS);
        clearRemoteCount();
        boolean sendAgain = wasSending && (ports.read(Dp8390.INTERRUPT_STATUS) & (Dp8390.TRANSMITTED | Dp8390.TRANSMIT_ERROR)) == 0;
        ports.write(Dp8390.TRANSMIT_CONFIGURATION, Dp8390.LOOPBACK);
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT);
        drain();
        ports.write(Dp8390.INTERRUPT_STATUS, Dp8390.OVERFLOW);
        ports.write(Dp8390.TRANSMIT_CONFIGURATION, Dp8390.NORMAL);
        if (sendAgain) {
            ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT | Dp8390.COMMAND_TRANSMIT);
        }
    }

    private void readTallies() {
        for (int i = 0; i < Dp8390.TALLY_COUNT; i++) {
            int count = ports.read(Dp8390.TALLIES + i);
            if (i == Dp8390.TALLY_COUNT - 1) {
                missed += count;
            } else {
                damaged += count;
            }
        }
    }

    private void requireReady() throws DeviceException {
        if (!ready) {
            stop();
            setUp();
        }
    }

    /** Sets the card up anew, whatever it was doing; if that fails the next request tries again. */
    private void recover() {
        resets++;
        ready = false;
        sending = false;
        try {
            stop();
            setUp();
        } catch (DeviceException e) {
            // The next request finds the card not ready, and says so to its caller.
            ready = false;
        }
    }

    /** Resets the card and leaves it stopped, with its memory as it was. */
    private void stop() throws DeviceException {
        ports.write(Dp8390.RESET, ports.read(Dp8390.RESET));
        // A reset leaves the page of registers selected that a predecessor may have left behind, and only page 0 tells when it is over.
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_STOP | Dp8390.COMMAND_REMOTE_ABORT);
        long deadline = Nucleus.after(RESET_NANOS);
        while ((ports.read(Dp8390.INTERRUPT_STATUS) & Dp8390.IN_RESET) == 0) {
            if (Nucleus.now() >= deadline) {
                throw new DeviceException("the card does not come out of reset");
            }
            Notifications.sleep(POLL_NANOS);
        }
        ports.write(Dp8390.DATA_CONFIGURATION, Dp8390.DATA_WORDS);
        clearRemoteCount();
        ports.write(Dp8390.RECEIVE_CONFIGURATION, Dp8390.ACCEPT_NOTHING);
        ports.write(Dp8390.TRANSMIT_CONFIGURATION, Dp8390.LOOPBACK);
    }

    private void clearRemoteCount() {
        ports.write(Dp8390.REMOTE_COUNT, 0);
        ports.write(Dp8390.REMOTE_COUNT + 1, 0);
    }

    /** Sets up a stopped card and lets it run (DP8390D, section 7.0, initialization procedures). */
    private void setUp() throws DeviceException {
        readAddress();
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_STOP | Dp8390.COMMAND_REMOTE_ABORT);
        ports.write(Dp8390.RING_START, RING_FIRST);
        ports.write(Dp8390.RING_STOP, RING_END);
        ports.write(Dp8390.BOUNDARY, RING_FIRST);
        nextPage = RING_FIRST + 1;
        ports.write(Dp8390.INTERRUPT_STATUS, Dp8390.ALL);
        ports.write(Dp8390.INTERRUPT_MASK, Dp8390.EVENTS);
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_STOP | Dp8390.COMMAND_REMOTE_ABORT | Dp8390.COMMAND_PAGE_1);
        for (int i = 0; i < ADDRESS_SIZE; i++) {
            ports.write(Dp8390.STATION_ADDRESS + i, address[i]);
        }
        ports.write(Dp8390.CURRENT_PAGE, nextPage);
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT);
        configureReceiver();
        ports.write(Dp8390.TRANSMIT_CONFIGURATION, Dp8390.NORMAL);
        line.done();
        ready = true;
    }

    private void configureReceiver() {
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT | Dp8390.COMMAND_PAGE_1);
        for (int i = 0; i < Dp8390.MULTICAST_BYTES; i++) {
            ports.write(Dp8390.MULTICAST_FILTER + i, settings.filter(i));
        }
        ports.write(Dp8390.COMMAND, Dp8390.COMMAND_START | Dp8390.COMMAND_REMOTE_ABORT);
        ports.write(Dp8390.RECEIVE_CONFIGURATION, settings.configuration());
    }

    /** The address stands at the start of the card's memory, each byte twice, since that memory is 8 bits wide on cards of 16. */
    private void readAddress() throws DeviceException {
        memory.read(0, work.clear(), 2 * ADDRESS_SIZE);
        for (int i = 0; i < ADDRESS_SIZE; i++) {
            address[i] = work.get(2 * i);
        }
    }
}
