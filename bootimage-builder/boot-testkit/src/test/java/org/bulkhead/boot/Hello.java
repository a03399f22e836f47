package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;

/** A program as a user would write it. */
@Program(name = "hello", start = StartMode.BOOT)
@Restarts(RestartPolicy.TEMPORARY)
public final class Hello implements Isolate {
    public Hello(Grants grants) {
        // It needs nothing.
    }

    @Override
    public void run() {
        Log.line("hello, I am program " + String.join(" of ", "one", "many"));
    }
}
