package org.bulkhead.servers.conformance;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;

/** The queue that all puppets call for their commands, and the idler, whose turn comes when all others wait. */
final class Theatre {
    private static final int PAGE = 4096;
    private static final int OTHER_PAGES = 512;
    private static final int SLOTS = 16;
    private static final int BADGE_SHIFT = 32;
    private static final int DEATH_BIT = 40;
    /** Far above what any case takes to come to rest. */
    private static final long REST_LIMIT = 5_000_000_000L;
    private static final Part IDLER = Part.client("idler").withPriority(0);

    private final Manifest manifest;
    private final RawBuffer message = RawBuffer.allocate(MessageLayout.SIZE);
    private final RawBuffer command = RawBuffer.allocate(MessageLayout.SIZE);
    private final RawBuffer word = RawBuffer.allocate(Long.BYTES);
    private final RawBuffer isolateRecord = RawBuffer.allocate(IsolateRecord.SIZE);
    private final RawBuffer page = RawBuffer.allocate(PAGE);
    private final RawBuffer deathRecord = RawBuffer.allocate(DeathRecord.SIZE);
    private final int queue;
    /** By badge. */
    private final List<Strings> puppets = new ArrayList<>();
    private final List<Death> deaths = new ArrayList<>();
    private long nextDeath;
    private long reports;
    private final Strings idler;

    Theatre(Manifest manifest) {
        this.manifest = manifest;
        queue = Supervising.createQueue(SLOTS, 0, "strings");
        idler = make(IDLER);
        while (!idler.isIdle()) {
            receive(Nucleus.FOREVER);
        }
    }

    /** Returns the place in the nucleus's pool of the queue that puppets call. */
    int queuePlace() {
        return Nucleus.handleInfo(queue).object();
    }

    /** Makes and starts a puppet. */
    Strings make(Part part) {
        int badge = puppets.size();
        isolateRecord.putText(IsolateRecord.NAME, name(badge), IsolateRecord.NAME_SIZE);
        isolateRecord.putInt(IsolateRecord.PROGRAM, manifest.program());
        isolateRecord.putInt(IsolateRecord.RANK, part.rank());
        isolateRecord.putInt(IsolateRecord.PRIORITY, part.priority());
        isolateRecord.putInt(IsolateRecord.HEAP_PAGES, manifest.heapBytes() / PAGE);
        isolateRecord.putInt(IsolateRecord.PAGE_QUOTA, manifest.heapBytes() / PAGE + OTHER_PAGES);
        isolateRecord.putInt(IsolateRecord.CPU_PERCENT, part.percent());
        isolateRecord.putInt(IsolateRecord.RUN_LIMIT, part.runMillis());
        isolateRecord.putInt(IsolateRecord.REQUEST_LIMIT, part.requestMillis());
        isolateRecord.putInt(IsolateRecord.QUEUE_LIMIT, part.queuedMillis());
        isolateRecord.putInt(IsolateRecord.DEATH_BIT, DEATH_BIT);
        isolateRecord.putInt(IsolateRecord.MODULE, (int) part.module());
        int isolate = Supervising.createIsolate(isolateRecord, part.name());
        Supervising.grant(isolate, GrantKind.USE_QUEUE, queue, 1 | (long) badge << BADGE_SHIFT, "strings");
        Strings made = new Strings(this, isolate, badge, word);
        puppets.add(made);
        Supervising.start(isolate, part.name());
        return made;
    }

    /** Returns the address of a page that begins with these bytes, until somebody else wants one. */
    long page(long content) {
        page.putLong(0, content);
        return page.address(0, PAGE).toLong();
    }

    private static String name(int badge) {
        return "puppet" + badge;
    }

    /** Answers a puppet's call with its next command. */
    void command(long token, int number, long[] arguments) {
        command.putInt(MessageLayout.OPERATION, 0);
        command.putInt(MessageLayout.LENGTH, Puppet.COMMAND_LENGTH);
        command.putLong(Puppet.COMMAND, number);
        for (int i = 1; i < Puppet.COMMAND_LENGTH / Long.BYTES; i++) {
            command.putLong(Puppet.COMMAND + i * Long.BYTES, i <= arguments.length ? arguments[i - 1] : 0);
        }
        Nucleus.check(Nucleus.tryReply(token, command.address(0, MessageLayout.SIZE), Address.zero()), "puppet");
    }

    /** Lets all run until each waits, for the conductor or for something else, or is dead. */
    void settle() {
        idler.pull(SystemCall.NULL);
        long limit = Nucleus.after(REST_LIMIT);
        while (!idler.isIdle()) {
            if (!receive(limit)) {
                throw new Failure("all", "rest", "somebody runs without end");
            }
        }
        collectDeaths();
    }

    /** Lets all run until a time has come. */
    void passUntil(long time) {
        while (Nucleus.now() < time) {
            receive(time);
        }
    }

    /** Receives once; returns whether anything came before the deadline. */
    private boolean receive(long deadline) {
        long result = Nucleus.tryReceive(queue, message.address(0, MessageLayout.SIZE), deadline);
        if (result < 0 && Nucleus.error(result) == ErrorCode.DEADLINE) return false;
        // Notifications are of deaths, which are found in the records, and of puppets that receive for the first time.
        if (Nucleus.check(result, "strings") == MessageLayout.RECEIVED_MESSAGE && Strings.isReport(message)) {
            puppets.get(message.intAt(MessageLayout.BADGE)).report(message.longAt(MessageLayout.TOKEN), message.longAt(Puppet.REPORT_RESULT), message.longAt(Puppet.REPORT_STAGE),
                reports++);
        }
        return true;
    }

    /** Takes note of the deaths that there have been. */
    void collectDeaths() {
        while (Supervising.deathRecord(nextDeath, deathRecord)) {
            nextDeath++;
            String name = deathRecord.text(DeathRecord.RECORD + IsolateRecord.NAME, IsolateRecord.NAME_SIZE);
            for (int badge = puppets.size() - 1; badge >= 0; badge--) {
                if (name.equals(name(badge))) {
                    puppets.get(badge).cut();
                    deaths.add(death(name));
                    break;
                }
            }
        }
    }

    private Death death(String name) {
        int rip = DeathRecord.REGISTERS + 16 * Long.BYTES;
        String text = deathRecord.text(DeathRecord.TEXT, deathRecord.intAt(DeathRecord.TEXT_LENGTH));
        return new Death(name, DeathReason.values()[deathRecord.intAt(DeathRecord.REASON)], deathRecord.longAt(DeathRecord.DETAIL), deathRecord.longAt(rip), text);
    }

    /** Returns how a puppet died, which it must have. */
    Death deathOf(Strings puppet) {
        for (Death death : deaths) {
            if (death.name().equals(name(puppet.badge()))) return death;
        }
        throw new Failure("puppet", "dead", "alive");
    }
}
