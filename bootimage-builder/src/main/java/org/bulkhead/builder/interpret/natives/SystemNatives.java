package org.bulkhead.builder.interpret.natives;

import java.util.List;
import org.bulkhead.builder.interpret.Interpreter;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** System, Runtime, Thread, access control and the VM's own small queries. */
final class SystemNatives {
    /** What Runtime.maxMemory answers while building. */
    private static final long HEAP_BYTES = 64L << 20;
    /** Seeds the iteration order of Set.of and Map.of, which HotSpot takes from the clock. */
    private static final long COLLECTION_SEED = 0x42554C4B48454144L;

    private SystemNatives() {}

    static void addTo(NativeTable table) {
        addAccessControl(table);
        table.put("java/lang/System", "getSecurityManager()Ljava/lang/SecurityManager;", NativeTable.NOTHING);
        table.put("java/lang/System", "allowSecurityManager()Z", NativeTable.NOTHING);
        for (String clock : List.of("nanoTime()J", "currentTimeMillis()J")) {
            table.put("java/lang/System", clock, (in, s, a) -> {
                throw in.refusal("the time, by System." + clock.substring(0, clock.indexOf('(')) + ", is unknown while building");
            });
        }
        for (String operation : List.of("start()V", "sleep(J)V", "join(J)V")) {
            table.put("java/lang/Thread", operation, (in, s, a) -> {
                throw in.refusal("there are no threads while building: Thread." + operation.substring(0, operation.indexOf('(')));
            });
        }
        table.putAll("java/lang/Object", List.of("notify()V", "notifyAll()V"), (in, s, a) -> {
            checkOwner(in, (int) s[a]);
            return 0;
        });
        table.put("java/lang/Object", "wait(J)V", (in, s, a) -> {
            checkOwner(in, (int) s[a]);
            throw in.refusal("there are no threads while building: Object.wait");
        });
        table.put("java/lang/Runtime", "availableProcessors()I", (in, s, a) -> 1);
        table.put("java/lang/Runtime", "maxMemory()J", (in, s, a) -> HEAP_BYTES);
        table.put("java/lang/Thread", "currentThread()Ljava/lang/Thread;", (in, s, a) -> currentThread(in));
        table.put("java/lang/Thread", "holdsLock(Ljava/lang/Object;)Z", (in, s, a) -> in.holdsLock((int) s[a]) ? 1 : 0);
        String vm = "jdk/internal/misc/VM";
        table.putAll(vm, List.of("initialize()V", "initializeFromArchive(Ljava/lang/Class;)V", "getSavedProperty(Ljava/lang/String;)Ljava/lang/String;"), NativeTable.NOTHING);
        String cds = "jdk/internal/misc/CDS";
        table.putAll(cds, List.of("isDumpingClassList0()Z", "isDumpingArchive0()Z", "isSharingEnabled0()Z", "initializeFromArchive(Ljava/lang/Class;)V",
            "defineArchivedModules(Ljava/lang/ClassLoader;Ljava/lang/ClassLoader;)V"), NativeTable.NOTHING);
        table.put(cds, "getRandomSeedForDumping()J", (in, s, a) -> COLLECTION_SEED);
        table.put("java/util/concurrent/atomic/AtomicLong", "VMSupportsCS8()Z", (in, s, a) -> 1);
        table.put("java/lang/NullPointerException", "getExtendedNPEMessage()Ljava/lang/String;", NativeTable.NOTHING);
        table.put("java/lang/Shutdown", "add(IZLjava/lang/Runnable;)V", NativeTable.NOTHING);
    }

    private static void checkOwner(Interpreter in, int object) {
        if (!in.holdsLock(object)) {
            throw in.thrown("java/lang/IllegalMonitorStateException", "current thread is not owner");
        }
    }

    private static void addAccessControl(NativeTable table) {
        String controller = "java/security/AccessController";
        String action = "Ljava/security/PrivilegedAction;";
        String exceptionAction = "Ljava/security/PrivilegedExceptionAction;";
        String context = "Ljava/security/AccessControlContext;";
        String permissions = "[Ljava/security/Permission;";
        for (String each : List.of(action, exceptionAction)) {
            VirtualCall run = new VirtualCall(each.substring(1, each.length() - 1), "run", "()Ljava/lang/Object;");
            for (String parameters : List.of("(" + each + ")", "(" + each + context + ")", "(" + each + context + permissions + ")")) {
                table.put(controller, "doPrivileged" + parameters + "Ljava/lang/Object;", (in, s, a) -> run.call(in, s[a]));
            }
            for (String parameters : List.of("(" + each + ")", "(" + each + context + permissions + ")")) {
                table.put(controller, "doPrivilegedWithCombiner" + parameters + "Ljava/lang/Object;", (in, s, a) -> run.call(in, s[a]));
            }
        }
        table.put(controller, "getContext()" + context, NativeTable.NOTHING);
        table.put(controller, "getStackAccessControlContext()" + context, NativeTable.NOTHING);
        table.put(controller, "checkPermission(Ljava/security/Permission;)V", NativeTable.NOTHING);
    }

    /** A call of an interface method from here. */
    private record VirtualCall(String owner, String name, String descriptor) {
        long call(Interpreter in, long receiver) {
            if (receiver == 0) {
                throw in.thrown("java/lang/NullPointerException", null);
            }
            VmMethod method = in.types().resolveMethod(owner, name, descriptor);
            return in.callVirtual(method, receiver);
        }
    }

    /** The one thread that exists while building: an object that no constructor made and that must not get into an image. */
    private static long currentThread(Interpreter in) {
        ImageHeap heap = in.heap();
        return in.buildOnly("the thread", () -> {
            VmType type = in.types().type("java/lang/Thread");
            int thread = heap.allocateInstance(type);
            set(heap, thread, "name", heap.literal("build", World.ISOLATE));
            set(heap, thread, "priority", 5);
            set(heap, thread, "tid", 1);
            return thread;
        });
    }

    private static void set(ImageHeap heap, int object, String name, long value) {
        VmField field = heap.typeOf(object).declaredField(name);
        if (field != null) {
            heap.putField(object, field, value);
        }
    }
}
