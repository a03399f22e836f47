package org.bulkhead.servers.console;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.HandleInfo;
import org.bulkhead.isolate.protocol.LineInfo;
import org.bulkhead.isolate.protocol.MemoryInfo;
import org.bulkhead.isolate.protocol.ProcessInfo;
import org.bulkhead.isolate.protocol.QueueInfo;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.vm.magic.Magic;

/** What the system is made of, as tables. */
final class SystemTables {
    /** Time between two looks at who uses the processor. */
    static final long USAGE_NANOS = 1_000_000_000L;

    private static final long MILLION = 1_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final int KIB_PER_PAGE = 4;
    private static final int PER_MILLE = 1000;
    private static final int INTERRUPT_LINES = 16;
    private static final String[] RIGHTS = {"call", "send", "serve", "notify", "copy", "supervise"};
    private static final String NOBODY = "-";

    private final Supervision supervision;
    private List<ProcessInfo> before = List.of();
    private long beforeTicks;

    SystemTables(Supervision supervision) {
        this.supervision = supervision;
    }

    private List<ProcessInfo> alive() {
        List<ProcessInfo> found = new ArrayList<>();
        int index = 0;
        for (ProcessInfo each = supervision.process(index); each != null; each = supervision.process(++index)) {
            if (each.state() == ProcessInfo.ALIVE) {
                found.add(each);
            }
        }
        return found;
    }

    /** All isolates that live, then the programs that wait for a restart or were given up. */
    Table isolates() {
        Table table = new Table("isolate", ">restarts", "state", ">rank", ">priority", ">KiB", ">limit", ">handles", ">Mticks", ">over", ">bad");
        for (ProcessInfo each : alive()) {
            table.row(each.name(), each.incarnation(), state(each.threadState()), each.rank(), each.priority(), each.pages() * KIB_PER_PAGE, each.pageQuota() * KIB_PER_PAGE,
                each.handles(), each.ticks() / MILLION, each.overruns(), each.refusals());
        }
        int index = 0;
        for (ComponentInfo each = supervision.component(index); each != null; each = supervision.component(++index)) {
            if (each.state() == ComponentInfo.State.WAITING || each.state() == ComponentInfo.State.GIVEN_UP) {
                boolean waits = each.state() == ComponentInfo.State.WAITING;
                table.row(waits ? Style.WARNING : Style.BAD, each.name(), each.incarnation(), waits ? "waits" : "given up", NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY);
            }
        }
        return table;
    }

    private static String state(ProcessInfo.ThreadState state) {
        return switch (state) {
            case STOPPED -> "stopped";
            case READY -> "ready";
            case THROTTLED -> "throttled";
            case CALLING -> "calls";
            case RECEIVING -> "receives";
        };
    }

    /** Begins to watch who uses the processor. */
    void beginUsage() {
        before = alive();
        beforeTicks = Magic.timestamp();
    }

    /** Who used the processor since the last look, most first. */
    Table usage() {
        List<ProcessInfo> now = alive();
        long ticks = Magic.timestamp();
        long all = Math.max(ticks - beforeTicks, 1);
        Table table = new Table("isolate", ">cpu", ">Mticks", ">priority", ">KiB", "state");
        List<ProcessInfo> rest = new ArrayList<>(now);
        long idle = all;
        while (!rest.isEmpty()) {
            ProcessInfo most = rest.get(0);
            for (ProcessInfo each : rest) {
                most = used(each) > used(most) ? each : most;
            }
            rest.remove(most);
            idle -= used(most);
            table.row(used(most) * 2 > all ? Style.WARNING : Style.PLAIN, most.name(), share(used(most), all), used(most) / MILLION, most.priority(), most.pages() * KIB_PER_PAGE,
                state(most.threadState()));
        }
        table.row(Style.DIM, "(idle, nucleus)", share(Math.max(idle, 0), all), Math.max(idle, 0) / MILLION, NOBODY, NOBODY, NOBODY);
        before = now;
        beforeTicks = ticks;
        return table;
    }

    private long used(ProcessInfo now) {
        for (ProcessInfo each : before) {
            if (each.name().equals(now.name()) && each.incarnation() == now.incarnation()) {
                return now.ticks() - each.ticks();
            }
        }
        return now.ticks();
    }

    private static String share(long part, long all) {
        long perMille = part * PER_MILLE / all;
        return perMille / 10 + "." + perMille % 10 + '%';
    }

    /** All queues. */
    Table queues() {
        Table table = new Table("service", "server", ">slots", ">promised", ">waiting", ">oldest ms", ">served", ">oldest ms", ">messages");
        int index = 0;
        for (QueueInfo each = supervision.queue(index); each != null; each = supervision.queue(++index)) {
            if (each.capacity() > 0) {
                table.row(each.server().isEmpty() ? Style.WARNING : Style.PLAIN, each.service(), each.server().isEmpty() ? NOBODY : each.server(), each.capacity(), each.reserved(),
                    each.queued(), age(each.queued(), each.queuedAge()), each.inService(), age(each.inService(), each.serviceAge()), each.messages());
            }
        }
        return table;
    }

    private static String age(int messages, long nanos) {
        return messages == 0 ? NOBODY : Long.toString(nanos / MILLISECOND);
    }

    /** What an isolate may use. */
    Table handles(String isolate) throws SupervisionException {
        Table table = new Table(">index", "kind", "names", "rights");
        int index = 0;
        for (HandleInfo each = supervision.handle(isolate, index); each != null; each = supervision.handle(isolate, ++index)) {
            if (each.kind() != HandleKind.NONE) {
                table.row(each.stale() ? Style.DIM : Style.PLAIN, index, kind(each.kind()), object(each) + (each.stale() ? ", gone" : ""), rights(each.rights()));
            }
        }
        return table;
    }

    private static String kind(HandleKind kind) {
        return switch (kind) {
            case NONE -> NOBODY;
            case ISOLATE -> "isolate";
            case QUEUE -> "queue";
            case SERVED_QUEUE -> "serves";
            case CONNECTION -> "uses";
            case NOTIFICATION -> "notifies";
            case INTERRUPT -> "interrupt";
            case PORTS -> "ports";
            case DEVICE_WINDOW -> "window";
            case DMA -> "dma";
        };
    }

    private static String object(HandleInfo handle) {
        return switch (handle.kind()) {
            case NONE, ISOLATE, QUEUE, SERVED_QUEUE -> handle.object();
            case CONNECTION -> handle.object() + ", " + handle.b() + " of " + handle.a() + " credits in use";
            case NOTIFICATION -> handle.object() + ", bits 0x" + Long.toHexString(handle.a());
            case INTERRUPT -> "line " + handle.a();
            case PORTS -> "0x" + Long.toHexString(handle.a()) + "-0x" + Long.toHexString(handle.a() + handle.b() - 1);
            case DEVICE_WINDOW, DMA -> handle.b() / 1024 + " KiB at 0x" + Long.toHexString(handle.a());
        };
    }

    private static String rights(int rights) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RIGHTS.length; i++) {
            if ((rights & 1 << i) != 0) {
                text.append(text.length() == 0 ? "" : " ").append(RIGHTS[i]);
            }
        }
        assert Rights.SUPERVISE == 1 << RIGHTS.length - 1;
        return text.toString();
    }

    /** Memory and pools. */
    Table memory() {
        MemoryInfo memory = supervision.memory();
        return new Table("what", ">free", ">of")
            .row("memory, KiB", memory.freeFrames() * KIB_PER_PAGE, memory.frames() * KIB_PER_PAGE)
            .row("isolates", memory.freeIsolates(), NOBODY)
            .row("queues", memory.freeQueues(), NOBODY)
            .row("message slots", memory.freeSlots(), NOBODY)
            .row("connections", memory.freeConnections(), NOBODY);
    }

    /** Interrupt lines that somebody handles or that have interrupted. */
    Table lines() {
        Table table = new Table(">line", "notifies", ">interrupts", "state");
        for (int line = 0; line < INTERRUPT_LINES; line++) {
            LineInfo info = supervision.line(line);
            if (!info.owner().isEmpty() || info.interrupts() > 0) {
                table.row(line, info.owner().isEmpty() ? line == 0 ? "(nucleus)" : NOBODY : info.owner(), info.interrupts(), info.masked() ? "masked" : "open");
            }
        }
        return table;
    }
}
