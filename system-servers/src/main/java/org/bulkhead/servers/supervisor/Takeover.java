package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;

/**
 * The beginning of a supervisor: what the {@link Ledger} says of the time before is compared with what the nucleus says is there, and what was begun is finished.
 *
 * <p>The supervisor before may have ended between any two of its system calls, and at boot there was none; it is the same procedure. Whoever lives and is in the ledger is left alone.
 */
final class Takeover {
    /** The supervisor's place in the nucleus's table of isolates, and in its own table of handles. */
    private static final int ITSELF = 0;

    private final Supervisor parts;

    Takeover(Supervisor parts) {
        this.parts = parts;
    }

    /** Takes everything over, as supervisor number {@code incarnation}; afterwards what is left to be done is due. */
    void run(int incarnation) {
        switch (parts.ledger.examine()) {
            case BLANK -> begin();
            case WHOLE -> {
                parts.ledger.read(parts.devices, parts.history);
                parts.obituaries.resume();
                resume();
            }
            case BROKEN -> {
                Log.line("supervisor: the ledger is damaged: everything is started anew");
                endAll();
                parts.ledger.clear();
                begin();
            }
        }
        prepareNew();
        Component itself = parts.roster.supervisor();
        itself.incarnation = incarnation;
        itself.state = ComponentInfo.State.ALIVE;
        itself.ready = true;
        parts.ledger.write(itself);
        parts.history.birth(itself);
        parts.devices.begin();
    }

    private void begin() {
        parts.obituaries.skipEarlier();
        parts.ledger.begin();
    }

    /** Makes the queues of components that no supervisor came to, and has those started that are to be started at boot. */
    private void prepareNew() {
        for (int i = 0; i < parts.roster.size(); i++) {
            Component each = parts.roster.get(i);
            if (parts.ledger.isNew(each)) {
                if (each != parts.roster.supervisor() && each.manifest().start() == StartMode.BOOT) {
                    each.waitUntil(0);
                }
                parts.starter.createQueue(each);
                parts.ledger.write(each);
            }
        }
    }

    private void resume() {
        long now = Nucleus.now();
        HandleInfo handle = Supervising.handle(ITSELF, 1);
        for (int i = 1; handle != null; handle = Supervising.handle(ITSELF, ++i)) {
            switch (handle.kind()) {
                case ISOLATE -> adopt(handle, now);
                case QUEUE -> {
                    int number = handle.number();
                    if (!parts.roster.any(each -> each.queue == number)) {
                        Supervising.close(number);
                    }
                }
                // Its own service, which the supervisor before no longer serves.
                case SERVED_QUEUE -> Supervising.close(handle.number());
                // The only service that it uses.
                case CONNECTION -> parts.herald.resume(handle.number());
                case MODULE -> parts.installer.adopt(handle.number());
                case NONE, NOTIFICATION, INTERRUPT, PORTS, DEVICE_WINDOW, DMA, KEPT_MEMORY -> {
                    // Stays as it is.
                }
            }
        }
        Component itself = parts.roster.supervisor();
        if (itself.queue != Component.NONE) {
            Supervising.grant(ITSELF, GrantKind.SERVE_QUEUE, itself.queue, 0, itself.name());
        }
        for (int i = 1; i < parts.roster.size(); i++) {
            finish(parts.roster.get(i), now);
        }
    }

    /** Finds out which isolate is behind a handle: if the ledger does not know it, or it was never started, it is ended. */
    private void adopt(HandleInfo handle, long now) {
        if (handle.gone()) {
            Supervising.close(handle.number());
            return;
        }
        IsolateInfo info = Supervising.isolate(handle.object());
        Component component = parts.roster.ofProgram(info.program());
        boolean known = component != null && component.state == ComponentInfo.State.ALIVE && component.incarnation == info.incarnation() && component.manifest().program() == info.program();
        if (known && info.state() == IsolateInfo.State.ALIVE) {
            component.isolate = handle.number();
            Vigil.begin(component, now);
            component.ready = info.ready();
            parts.history.birth(component);
            return;
        }
        Log.line("supervisor: " + info.name() + '[' + info.incarnation() + "] was not finished: it is ended");
        Supervising.tryKill(handle.number(), DeathReason.REPLACED);
        Supervising.close(handle.number());
        if (component == null) {
            return;
        }
        // The number has been used up by the record of this death.
        component.tried = Math.max(component.tried, info.incarnation());
        if (known) {
            component.incarnation = component.nextIncarnation();
            component.waitUntil(now);
        }
        parts.ledger.write(component);
    }

    /** Does what the supervisor before had written down and perhaps not done. */
    private void finish(Component component, long now) {
        switch (component.state) {
            case ALIVE -> {
                if (component.isolate != Component.NONE) {
                    repeatRequest(component);
                    parts.update.unpark(component);
                } else if (!parts.obituaries.awaits(component.name(), component.incarnation)) {
                    component.waitUntil(now);
                    parts.ledger.write(component);
                }
            }
            case WAITING -> {
                if (component.bringsGroup) {
                    parts.groups.end(component);
                }
            }
            case GIVEN_UP, DOWN -> parts.tombstones.renew(component);
            case STOPPED, AWAITING_DEVICE, AWAITING_GROUP, AWAITING_DECISION -> {
                // Nothing was begun.
            }
        }
    }

    private static void repeatRequest(Component component) {
        switch (component.request) {
            case NONE -> {
                // It is to live.
            }
            case RESTART, DOWN -> Supervising.tryKill(component.isolate, DeathReason.KILLED);
            case GROUP -> Supervising.tryKill(component.isolate, DeathReason.GROUP);
        }
    }

    private void endAll() {
        HandleInfo handle = Supervising.handle(ITSELF, 1);
        for (int i = 1; handle != null; handle = Supervising.handle(ITSELF, ++i)) {
            switch (handle.kind()) {
                case ISOLATE -> {
                    Supervising.tryKill(handle.number(), DeathReason.KILLED);
                    Supervising.close(handle.number());
                }
                case QUEUE, SERVED_QUEUE, CONNECTION, MODULE -> Supervising.close(handle.number());
                case NONE, NOTIFICATION, INTERRUPT, PORTS, DEVICE_WINDOW, DMA, KEPT_MEMORY -> {
                    // The supervisor has none, or keeps it.
                }
            }
        }
    }
}
