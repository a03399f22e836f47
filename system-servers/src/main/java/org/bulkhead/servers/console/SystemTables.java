package org.bulkhead.servers.console;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.HandleKind;
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
    private static final int CLOCK_LINE = 0;
    /** Names of the bits of {@link org.bulkhead.nucleus.abi.Rights}, lowest first. */
    private static final String[] RIGHTS = {"call", "send", "serve", "notify", "copy", "supervise"};
    private static final String NOBODY = "-";

    private final Supervision supervision;
    private List<IsolateInfo> before = List.of();
    private long beforeTicks;

    SystemTables(Supervision supervision) {
        this.supervision = supervision;
    }

    private List<IsolateInfo> alive() {
        List<IsolateInfo> found = new ArrayList<>();
        int index = 0;
        for (IsolateInfo each = supervision.isolate(index); each != null; each = supervision.isolate(++index)) {
            if (each.state() == IsolateInfo.State.ALIVE) {
                found.add(each);
            }
        }
        return found;
    }

    /** All isolates that live, then the programs that wait for a restart or were given up. */
    Table isolates() {
        Table table = new Table("isolate", ">died", "state", ">rank", ">prio", ">KiB", ">limit", ">handles", ">Mticks", ">over", ">bad");
        for (IsolateInfo each : alive()) {
            table.row(each.name(), each.incarnation(), state(each.activity()), each.rank(), each.currentPriority(), each.pages() * KIB_PER_PAGE, each.pageQuota() * KIB_PER_PAGE,
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

    private static String state(IsolateInfo.Activity state) {
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
        List<IsolateInfo> now = alive();
        long ticks = Magic.timestamp();
        long all = Math.max(ticks - beforeTicks, 1);
        Table table = new Table("isolate", ">cpu", ">Mticks", ">prio", ">KiB", "state");
        List<IsolateInfo> rest = new ArrayList<>(now);
        long idle = all;
        while (!rest.isEmpty()) {
            IsolateInfo most = rest.get(0);
            for (IsolateInfo each : rest) {
                most = used(each) > used(most) ? each : most;
            }
            rest.remove(most);
            idle -= used(most);
            table.row(used(most) * 2 > all ? Style.WARNING : Style.PLAIN, most.name(), share(used(most), all), used(most) / MILLION, most.currentPriority(), most.pages() * KIB_PER_PAGE,
                state(most.activity()));
        }
        table.row(Style.DIM, "(idle, nucleus)", share(Math.max(idle, 0), all), Math.max(idle, 0) / MILLION, NOBODY, NOBODY, NOBODY);
        before = now;
        beforeTicks = ticks;
        return table;
    }

    private long used(IsolateInfo now) {
        for (IsolateInfo each : before) {
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
        Table table = new Table("service", "server", ">slots", ">lent", ">wait", ">ms", ">busy", ">ms", ">messages");
        int index = 0;
        for (QueueInfo each = supervision.queue(index); each != null; each = supervision.queue(++index)) {
            if (each.capacity() > 0) {
                table.row(each.server() < 0 ? Style.WARNING : Style.PLAIN, service(index, each), isolate(each.server()), each.capacity(), each.reserved(),
                    each.queued(), age(each.queued(), each.queuedNanos()), each.inService(), age(each.inService(), each.serviceNanos()), each.messages());
            }
        }
        return table;
    }

    private String service(int index, QueueInfo queue) {
        String name = supervision.service(index);
        return name == null ? "(of " + isolate(queue.owner()) + ')' : name;
    }

    /** Returns the name of the isolate at a place of the nucleus's table. */
    private String isolate(int index) {
        IsolateInfo found = index < 0 ? null : supervision.isolate(index);
        return found == null ? NOBODY : found.name();
    }

    private static String age(int messages, long nanos) {
        return messages == 0 ? NOBODY : Long.toString(nanos / MILLISECOND);
    }

    /** What an isolate may use. */
    Table handles(String name) throws SupervisionException {
        int isolate = 0;
        IsolateInfo found = supervision.isolate(isolate);
        while (found != null && !(found.name().equals(name) && found.state() == IsolateInfo.State.ALIVE)) {
            found = supervision.isolate(++isolate);
        }
        if (found == null) {
            throw new SupervisionException("no isolate named " + name + " lives: ps lists those that do");
        }
        Table table = new Table(">index", "kind", "names", "rights");
        int index = 0;
        for (HandleInfo each = supervision.handle(isolate, index); each != null; each = supervision.handle(isolate, ++index)) {
            if (each.kind() != HandleKind.NONE) {
                table.row(each.gone() ? Style.DIM : Style.PLAIN, index, kind(each.kind()), object(each) + (each.gone() ? ", gone" : ""), rights(each.rights()));
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
            case MODULE -> "module";
            case INTERRUPT -> "interrupt";
            case PORTS -> "ports";
            case DEVICE_WINDOW -> "window";
            case DMA -> "dma";
            case KEPT_MEMORY -> "kept memory";
        };
    }

    private String object(HandleInfo handle) {
        return switch (handle.kind()) {
            case NONE -> "";
            case ISOLATE -> isolate(handle.object());
            case QUEUE, SERVED_QUEUE -> queue(handle.object());
            case CONNECTION -> queue(handle.object()) + ", " + handle.b() + " of " + handle.a() + " credits in use";
            case NOTIFICATION -> isolate(handle.object()) + ", bits 0x" + Long.toHexString(handle.a());
            case MODULE -> "module " + handle.object();
            case INTERRUPT -> "line " + handle.a();
            case PORTS -> "0x" + Long.toHexString(handle.a()) + "-0x" + Long.toHexString(handle.a() + handle.b() - 1);
            case DEVICE_WINDOW, DMA, KEPT_MEMORY -> handle.b() / 1024 + " KiB at 0x" + Long.toHexString(handle.a());
        };
    }

    private String queue(int index) {
        QueueInfo found = supervision.queue(index);
        return found == null ? NOBODY : service(index, found);
    }

    private static String rights(int rights) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RIGHTS.length; i++) {
            if ((rights & 1 << i) != 0) {
                text.append(text.length() == 0 ? "" : " ").append(RIGHTS[i]);
            }
        }
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
            if (info.owner() >= 0 || info.count() > 0) {
                table.row(line, line == CLOCK_LINE ? "(nucleus)" : isolate(info.owner()), info.count(), info.masked() ? "masked" : "open");
            }
        }
        return table;
    }

    /** The functions of the PCI bus, in the order in which the PCI server reported them, and the programs that drive them. */
    Table devices() {
        Table table = new Table("place", "device", "class", "driver", "ports and memory");
        int index = 0;
        for (PciFunction each = supervision.pciDevice(index); each != null; each = supervision.pciDevice(++index)) {
            String driver = supervision.pciDriver(index);
            table.row(each.place(), each.numbers(), Integer.toHexString(each.classCode()), driver == null ? NOBODY : driver, resources(each));
        }
        return table;
    }

    private static String resources(PciFunction function) {
        StringBuilder text = new StringBuilder();
        for (int bar = 0; bar < PciFunction.BARS; bar++) {
            if (function.hasPorts(bar) || function.hasMemory(bar)) {
                text.append(text.length() == 0 ? "" : ", ").append(function.hasPorts(bar) ? "ports 0x" : "memory 0x").append(Long.toHexString(function.base(bar)))
                    .append('+').append(Integer.toHexString(function.sizes()[bar]));
            }
        }
        return text.toString();
    }
}
