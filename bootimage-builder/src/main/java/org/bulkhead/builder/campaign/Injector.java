package org.bulkhead.builder.campaign;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.bulkhead.builder.emulator.DebuggedMachine;
import org.bulkhead.builder.emulator.DebuggedMachine.Mapping;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.linker.World;

/** Changes a stopped machine: memory, registers, what devices answer, what the nucleus answers. Code is changed by {@link FaultWindow} itself, since it has to be put back. */
final class Injector {
    private static final List<String> REGISTERS = List.of("rax", "rbx", "rcx", "rdx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15");
    private static final List<ErrorCode> REFUSALS = List.of(ErrorCode.NO_RESOURCE, ErrorCode.NO_MEMORY, ErrorCode.NO_CREDIT);
    private static final int PAGE = 4096;
    private static final long VIDEO_START = 0xA0000;
    private static final long VIDEO_END = 0x100000;
    /** System calls that never lack anything, or whose refusal a program cannot be told. */
    private static final Set<Integer> UNREFUSED = Set.of(SystemCall.NULL, SystemCall.EXIT, SystemCall.ABORT, SystemCall.LOG, SystemCall.YIELD, SystemCall.CLOCK, SystemCall.RECEIVE,
        SystemCall.REPLY_AND_RECEIVE);
    private static final long SOON = 10_000;
    private static final int LIES = 4;

    private final CampaignImage image;
    private final List<Long> portReads = new ArrayList<>();
    private final List<Long> bulkReads = new ArrayList<>();
    private final long systemCall;
    private final long objectCall;

    Injector(CampaignImage image) {
        this.image = image;
        after("inByte(", portReads);
        after("inInt(", portReads);
        after("inShorts(", bulkReads);
        systemCall = image.method(World.NUCLEUS, "org.bulkhead.nucleus.kernel.SystemCalls.make(").address();
        objectCall = image.method(World.NUCLEUS, "org.bulkhead.nucleus.kernel.SystemCalls.makeAbout(").address();
    }

    /** Adds the place behind the instruction by which a method reads a port. */
    private void after(String method, List<Long> places) {
        for (ImageMap.Method each : image.map().methods()) {
            if (each.world() == World.ISOLATE && each.name().startsWith("org.bulkhead.isolate.ProcessorPorts." + method)) {
                for (Instruction instruction : image.instructionsOf(each)) {
                    if (instruction.mnemonic().equals("in") || instruction.text().contains("insw")) {
                        places.add(instruction.address() + instruction.bytes().length);
                    }
                }
            }
        }
    }

    /** Returns where the machine has to be stopped for a fault of a class once its driver has been met. */
    List<Long> places(FaultClass kind) {
        return switch (kind) {
            case DEVICE -> {
                List<Long> all = new ArrayList<>(portReads);
                all.addAll(bulkReads);
                yield all;
            }
            case RESOURCE -> List.of(systemCall);
            default -> List.of();
        };
    }

    /** Changes the machine, which is stopped in the faulty driver, for a fault of a class that does not change code. Returns null if this is no place for it, and the next has to be waited for. */
    Injection inject(FaultClass kind, DebuggedMachine machine, SplittableRandom random) {
        return switch (kind) {
            case REGISTER -> register(machine, random);
            case MEMORY -> memory(machine, random);
            case DEVICE -> bulkReads.contains(machine.programCounter()) ? bulkLie(machine, random) : lie(machine, random);
            case RESOURCE -> refusal(machine, random);
            case SOURCE, DESTINATION, POINTER, INTERFACE, LOOP, TEXT, NOP -> throw new IllegalArgumentException(kind + " changes code");
        };
    }

    private static Injection register(DebuggedMachine machine, SplittableRandom random) {
        String name = REGISTERS.get(random.nextInt(REGISTERS.size()));
        long before = machine.registers().get(name);
        long after = before ^ 1L << random.nextInt(Long.SIZE);
        machine.setRegisters(Map.of(name, after));
        return new Injection(name + " at " + Injection.hex(machine.programCounter()), Injection.hex(before), Injection.hex(after));
    }

    /** Flips a bit of a page that belongs to the isolate alone: copied image pages, buffers of its devices, heap, stack. */
    private static Injection memory(DebuggedMachine machine, SplittableRandom random) {
        List<long[]> pages = new ArrayList<>();
        for (Mapping each : machine.mappings()) {
            boolean own = each.first() >= AddressSpaceLayout.IMAGE_START && each.last() < AddressSpaceLayout.USER_END && each.first() != each.physical();
            boolean video = each.physical() >= VIDEO_START && each.physical() < VIDEO_END;
            for (long at = each.first(); own && !video && at <= each.last(); at += PAGE) {
                pages.add(new long[] {at, each.physical() + at - each.first()});
            }
        }
        if (pages.isEmpty()) {
            return Injection.NONE;
        }
        long[] page = pages.get(random.nextInt(pages.size()));
        int offset = random.nextInt(PAGE);
        return flip(machine, page[0] + offset, page[1] + offset, random);
    }

    private static Injection flip(DebuggedMachine machine, long linear, long physical, SplittableRandom random) {
        byte[] before = machine.memory(physical, 1);
        byte[] after = {(byte) (before[0] ^ 1 << random.nextInt(Byte.SIZE))};
        machine.setMemory(physical, after);
        return new Injection(Injection.hex(linear) + " (physical " + Injection.hex(physical) + ")", Injection.hex(before), Injection.hex(after));
    }

    /** Another value than the device's: a bit wrong, nothing there (all ones), all zeros, or anything. */
    private static Injection lie(DebuggedMachine machine, SplittableRandom random) {
        Map<String, Long> registers = machine.registers();
        long before = registers.get("rax");
        long value = switch (random.nextInt(LIES)) {
            case 0 -> before ^ 1L << random.nextInt(Byte.SIZE);
            case 1 -> before | 0xFF;
            case 2 -> before & ~0xFFL;
            default -> before & ~0xFFL | random.nextInt(0x100);
        };
        machine.setRegisters(Map.of("rax", value));
        return new Injection("port " + Injection.hex(registers.get("rdx") & 0xFFFF), Injection.hex(before), Injection.hex(value));
    }

    /** Another value in what was just moved from a port to memory, up to rdi. */
    private static Injection bulkLie(DebuggedMachine machine, SplittableRandom random) {
        Map<String, Long> registers = machine.registers();
        long linear = registers.get("rdi") - 1 - random.nextInt(Short.BYTES * Byte.SIZE);
        for (Mapping each : machine.mappings()) {
            if (linear >= each.first() && linear <= each.last()) {
                return flip(machine, linear, each.physical() + linear - each.first(), random);
            }
        }
        return Injection.NONE;
    }

    /**
     * Has the nucleus, at the beginning of a system call, refuse it without having begun: a refused call has changed nothing. Returns null if it is a call that is never refused for want of something.
     *
     * <p>The call is made one about an object; that method of the nucleus is left before it does anything, with the refusal as its result.
     */
    private Injection refusal(DebuggedMachine machine, SplittableRandom random) {
        int call = machine.registers().get("rsi").intValue();
        if (UNREFUSED.contains(call)) {
            return null;
        }
        ErrorCode code = REFUSALS.get(random.nextInt(REFUSALS.size()));
        machine.setRegisters(Map.of("rsi", (long) SystemCall.INTERRUPT_DONE));
        int entry = machine.breakAt(objectCall);
        machine.run(SOON);
        machine.delete(entry);
        long stack = machine.registers().get("rsp");
        Map<String, Long> registers = new LinkedHashMap<>();
        registers.put("rip", ByteBuffer.wrap(machine.memory(stack - AddressSpaceLayout.PHYSICAL_WINDOW, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong());
        registers.put("rsp", stack + Long.BYTES);
        registers.put("rax", code.result);
        machine.setRegisters(registers);
        return new Injection("system call " + call, "-", code.name());
    }
}
