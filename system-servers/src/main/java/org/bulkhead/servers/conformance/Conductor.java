package org.bulkhead.servers.conformance;

import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.nucleus.abi.SystemCall;

/** Plays every case without and with the fast path, prints {@code @case topic=… name=… fast=… result=…} for each and the nucleus's trace of it, and switches the machine off. */
@Program(name = "conformance", rank = Rank.BUS, start = StartMode.BOOT)
@Limits(heap = "8M")
@Supervises
@Restarts(RestartPolicy.TEMPORARY)
public final class Conductor implements Isolate {
    private static final String PUPPET = "puppet";

    private final Theatre theatre;
    private final TraceLog trace;
    private boolean good = true;

    public Conductor(Grants grants) {
        Manifest puppet = null;
        for (Manifest each : grants.system()) {
            if (each.name().equals(PUPPET)) {
                puppet = each;
            }
        }
        theatre = new Theatre(puppet);
        trace = new TraceLog(theatre.queuePlace());
        trace.print();
    }

    @Override
    public void run() {
        List<Case> cases = Suite.all();
        for (int fast = 0; fast <= 1; fast++) {
            Nucleus.check(Nucleus.tryCall(SystemCall.FAST_PATH, fast, 0, 0, 0, 0), "fast path");
            for (Case each : cases) {
                play(each, fast);
            }
        }
        Log.line("@scenario done");
        Supervising.powerOff(good ? 0 : 1);
    }

    private void play(Case each, int fast) {
        String line = "@case topic=" + each.topic().name() + " fast=" + fast + " name=" + word(each.name());
        Inventory before = Inventory.now();
        Stage stage = new Stage(theatre);
        try {
            try {
                each.script().play(stage);
            } finally {
                stage.clear();
                trace.print();
            }
            before.expect(Inventory.now());
            Log.line(line + " result=PASSED");
        } catch (Failure e) {
            good = false;
            Log.line(line + " result=FAILED what=" + word(e.what()) + " expected=" + word(e.expected()) + " actual=" + word(e.actual()));
        } catch (NucleusException e) {
            good = false;
            Log.line(line + " result=FAILED what=conductor expected=success actual=" + word(String.valueOf(e.getMessage())));
        }
    }

    /** A value of a marked line has no blanks. */
    private static String word(String text) {
        return text.replace(' ', '~');
    }
}
