package org.bulkhead.isolate.testkit;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.vm.magic.Address;

/** A server for the testkit's own tests: counts, and does foolish things on request. */
@Server(name = "counter", serves = Counter.Protocol.class)
@UsesPorts(@Ports(name = "registers", first = 0x300, count = 4))
@UsesInterrupt(5)
@Limits(heap = "512K", run = "20ms", request = "500ms")
public final class Counter implements Isolate {
    /** Only raw messages speak it. */
    public interface Protocol {}

    /** Adds 1; the reply has the sum and the incarnation. */
    static final int ADD = 1;
    static final int THROW = 2;
    static final int TOUCH_FOREIGN_PORT = 3;
    static final int TOUCH_FOREIGN_MEMORY = 4;
    static final int TOUCH_NULL = 5;
    static final int POLL_FOR_EVER = 6;
    static final int NEVER_REPLY = 7;
    /** The reply has the register at offset 1. */
    static final int READ_REGISTER = 8;

    private final Grants grants;
    private int sum;

    public Counter(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void run() {
        new ServiceLoop(this::dispatch, bits -> grants.interrupt(5).done()).run();
    }

    private Outcome dispatch(Message message) {
        switch (message.operation()) {
            case ADD -> sum++;
            case THROW -> throw new IllegalStateException("on request");
            case TOUCH_FOREIGN_PORT -> new Grants(grants.system(), 2, 0, 0, new Detour()).ports("registers").read(0);
            case TOUCH_FOREIGN_MEMORY -> Address.fromLong(0x6666_5678).loadByte();
            case TOUCH_NULL -> {
                try {
                    Address.zero().loadByte();
                } catch (NullPointerException e) {
                    sum = -1;
                }
            }
            case POLL_FOR_EVER -> {
                while (grants.ports("registers").read(1) != 0xFF) {
                    Nucleus.nothing();
                }
            }
            case NEVER_REPLY -> {
                return Outcome.LATER;
            }
            case READ_REGISTER -> sum = grants.ports("registers").read(1);
            default -> {
                return Outcome.REFUSE;
            }
        }
        message.begin(0).putInt(sum).putInt(grants.incarnation());
        return Outcome.REPLY;
    }
}
