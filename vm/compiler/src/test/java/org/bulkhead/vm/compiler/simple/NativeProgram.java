package org.bulkhead.vm.compiler.simple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/**
 * A static Linux program made of compiled methods, just enough of a linker to run them: one segment that may be read, written and executed, code first,
 * then data. Classes are never initialised, and nothing is collected.
 */
final class NativeProgram {
    private static final int BASE = 0x40_0000;
    private static final int HEADERS = 120;
    private static final int ZEROED = 64 << 20;

    final TestEnvironment environment;
    private final SimpleCompiler compiler = new SimpleCompiler();
    private final Map<Object, CompiledMethod> code = new LinkedHashMap<>();
    private final List<Object> pending = new ArrayList<>();
    private final Map<Object, Integer> addresses = new LinkedHashMap<>();
    private final List<Use.Instantiation> instantiated = new ArrayList<>();
    private final List<VmMethod> called = new ArrayList<>();
    private final Map<Symbol, Integer> data = new LinkedHashMap<>();
    private byte[] memory = new byte[1 << 16];
    private int end;

    NativeProgram(TestEnvironment environment) {
        this.environment = environment;
        for (RuntimeCall call : RuntimeCall.values()) {
            need(environment.runtimeMethod(call));
        }
        for (Routine routine : Routine.values()) {
            code.put(routine, compiler.routine(routine, environment));
        }
    }

    /** Compiles the method and all that it may call. */
    void need(VmMethod method) {
        if (!method.isAbstract() && !method.isNative() && !code.containsKey(method)) {
            code.put(method, null);
            pending.add(method);
        }
    }

    CompiledMethod compiled(VmMethod method) {
        return code.get(method);
    }

    private void compilePending() {
        while (!pending.isEmpty()) {
            VmMethod method = (VmMethod) pending.remove(pending.size() - 1);
            CompiledMethod compiled = compiler.compile(method, environment);
            code.put(method, compiled);
            for (Relocation each : compiled.relocations()) {
                if (each.symbol() instanceof Symbol.Code target) {
                    need(target.method());
                }
            }
            for (Use use : compiled.uses()) {
                if (use instanceof Use.VirtualCall call && !called.contains(call.method())) {
                    called.add(call.method());
                    instantiated.forEach(type -> select(type.type(), call.method()));
                } else if (use instanceof Use.Instantiation made && !instantiated.contains(made)) {
                    instantiated.add(made);
                    called.forEach(each -> select(made.type(), each));
                }
            }
        }
    }

    private void select(VmType type, VmMethod method) {
        if (type.isSubtypeOf(method.owner())) {
            VmMethod selected = type.select(method);
            if (selected != null) {
                need(selected);
            }
        }
    }

    /**
     * Links the program with the code of its entry, which is given the addresses of everything else.
     *
     * @return what it writes to standard output
     */
    byte[] run(Path file, CompiledMethod entry) throws IOException, InterruptedException {
        compilePending();
        for (Relocation each : entry.relocations()) {
            if (each.symbol() instanceof Symbol.Code target) {
                need(target.method());
            }
        }
        compilePending();
        code.put("entry", entry);
        end = HEADERS;
        code.forEach((key, compiled) -> {
            align(16);
            addresses.put(key, BASE + end);
            put(compiled.code());
        });
        code.forEach((key, compiled) -> {
            for (Relocation each : compiled.relocations()) {
                int at = addresses.get(key) - BASE + each.offset();
                int target = address(each.symbol()) + each.addend();
                put32(at, each.kind() == Relocation.Kind.ABSOLUTE ? target : target - (BASE + at + Integer.BYTES));
            }
        });
        new CodeTableWriter(this::hub, this::blob).write(code, addresses, this::put32At, address(field("codeTable")), address(field("codeTableLength")));
        writeStaticRoots();
        writeHeaders();
        Files.write(file, java.util.Arrays.copyOf(memory, end));
        file.toFile().setExecutable(true);
        Process process = new ProcessBuilder(file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        int status = process.waitFor();
        if (status != 0) {
            throw new AssertionError("the program ended with status " + status + " after " + out.size() + " bytes of output");
        }
        return out.toByteArray();
    }

    private Symbol field(String name) {
        return new Symbol.StaticField(environment.types().type(TestRuntime.class.getName().replace('.', '/')).declaredField(name));
    }

    private int hub(VmType type) {
        return address(new Symbol.Hub(type));
    }

    private void put32At(int address, int value) {
        put32(address - BASE, value);
    }

    private void writeStaticRoots() {
        List<Integer> roots = new ArrayList<>();
        int roomFor = address(field("staticRoots"));
        int count = address(field("staticRootCount"));
        data.forEach((symbol, at) -> {
            if (symbol instanceof Symbol.StaticField held && held.field().isReference()) {
                roots.add(at);
            }
        });
        ByteBuffer list = ByteBuffer.allocate(Integer.BYTES * roots.size()).order(ByteOrder.LITTLE_ENDIAN);
        roots.forEach(list::putInt);
        put32At(roomFor, blob(list.array()));
        put32At(count, roots.size());
    }

    private void align(int to) {
        end = end + to - 1 & -to;
        grow(end);
    }

    private void grow(int size) {
        if (size > memory.length) {
            memory = java.util.Arrays.copyOf(memory, Math.max(size, 2 * memory.length));
        }
    }

    private void put(byte[] bytes) {
        grow(end + bytes.length);
        System.arraycopy(bytes, 0, memory, end, bytes.length);
        end += bytes.length;
    }

    private void put32(int at, int value) {
        ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }

    private int reserve(int size) {
        align(8);
        int at = end;
        end += size;
        grow(end);
        return at;
    }

    private int codeAddress(VmMethod method) {
        Integer at = addresses.get(method);
        return at != null ? at : addresses.get(environment.runtimeMethod(RuntimeCall.ABSTRACT_CALLED));
    }

    private int address(Symbol symbol) {
        if (symbol instanceof Symbol.Code method) {
            return codeAddress(method.method());
        }
        if (symbol instanceof Symbol.RoutineCode routine) {
            return addresses.get(routine.routine());
        }
        Integer known = data.get(symbol);
        if (known != null) {
            return known;
        }
        int at = symbol instanceof Symbol.Hub hub ? reserve(HubWriter.size(hub.type())) : reserve(Long.BYTES);
        data.put(symbol, BASE + at);
        if (symbol instanceof Symbol.Hub hub) {
            byte[] bytes = new HubWriter(hub.type(), this::address, this::blob, this::codeAddress, called).write();
            System.arraycopy(bytes, 0, memory, at, bytes.length);
        }
        return BASE + at;
    }

    /** Returns the address of zeroed memory behind the program. */
    int zeroed() {
        return BASE + (1 << 26);
    }

    int blob(byte[] bytes) {
        align(8);
        int at = end;
        put(bytes);
        return BASE + at;
    }

    private void writeHeaders() {
        ByteBuffer header = ByteBuffer.wrap(memory, 0, HEADERS).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        header.putShort((short) 2).putShort((short) 62).putInt(1).putLong(addresses.get("entry")).putLong(64).putLong(0);
        header.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(1).putInt(7).putLong(0).putLong(BASE).putLong(BASE).putLong(end).putLong((1 << 26) + ZEROED).putLong(4096);
    }
}
