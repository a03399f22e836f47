package org.bulkhead.servers.loader.fixedpoint;

import java.io.IOException;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.check.ArchiveCompiler;
import org.bulkhead.vm.compiler.check.ClassArchive;
import org.bulkhead.vm.compiler.check.CompileArchive;
import org.bulkhead.vm.compiler.check.DigestLines;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.magic.Magic;

/**
 * Compiles the archive of class files that the second disk holds, and logs {@code compiled}, then a line of digests, for each method; at last {@code @compiled methods=… bytes=… ticks=…}: bytes of the class files that were
 * compiled, and the processor's ticks from parsing to machine code, without those of digests and log. Then switches the machine off.
 */
@Program(name = "fixed-point", start = StartMode.BOOT)
@UsesService("ata0")
@Supervises
@Limits(heap = "160M")
@Restarts(RestartPolicy.TEMPORARY)
public final class FixedPointProgram implements Isolate {
    private static final int SECOND_DISK = 1;

    private final BlockDevice disk;

    /** Makes the program. */
    public FixedPointProgram(Grants grants) {
        disk = new Services(grants).connect("ata0", BlockDevice.class);
    }

    @Override
    public void run() {
        try {
            ClassArchive archive = ClassArchive.read(new DiskInput(disk, SECOND_DISK));
            DigestLines lines = new DigestLines(line -> Log.line("compiled " + line));
            Stopwatch stopwatch = new Stopwatch(lines);
            CompileArchive.compile(archive, stopwatch);
            Log.line("@compiled methods=" + lines.methods() + " bytes=" + archive.compiledBytes() + " ticks=" + stopwatch.stop());
        } catch (IOException | DeviceException e) {
            Log.line("fixed-point: " + e.getMessage());
        }
        Supervising.powerOff(0);
    }

    /** Hands everything on, and counts the ticks in between. */
    private static final class Stopwatch implements ArchiveCompiler.Listener {
        private final ArchiveCompiler.Listener next;
        private long started = Magic.timestamp();
        private long ticks;

        Stopwatch(ArchiveCompiler.Listener next) {
            this.next = next;
        }

        @Override
        public void compiled(CompiledMethod method) {
            stop();
            next.compiled(method);
            started = Magic.timestamp();
        }

        @Override
        public void refused(VmMethod method, CompilationProblem problem) {
            stop();
            next.refused(method, problem);
            started = Magic.timestamp();
        }

        long stop() {
            ticks += Magic.timestamp() - started;
            return ticks;
        }
    }
}
