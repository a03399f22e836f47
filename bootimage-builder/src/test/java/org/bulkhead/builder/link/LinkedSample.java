package org.bulkhead.builder.link;

import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.Placement;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.ImageInfo;

/** {@link SampleProgram}, linked, and its sections in simulated memory, so that the runtime's own code can read them. */
final class LinkedSample implements AutoCloseable {
    private static final int START = 0x20_0000;

    final SampleBuild build;
    final WorldLinker linker;

    LinkedSample() {
        build = new SampleBuild(World.ISOLATE).root(SampleProgram.class, "run").complete();
        linker = IsolateWorld.link(build.closure, new Placement(START));
        SimulatedMemory memory = new SimulatedMemory().use();
        for (Section section : new Section[] {linker.code(), linker.metadata(), linker.data()}) {
            memory.map(section.address(), section.size());
            byte[] bytes = section.toBytes();
            for (int i = 0; i < bytes.length; i++) {
                Address.fromInt(section.address() + i).storeByte(bytes[i]);
            }
        }
        ImageInfo.codeTable = linker.codeTable();
        ImageInfo.codeTableLength = build.closure.methods().size();
    }

    TypeSystem types() {
        return build.session.types();
    }

    VmType type(Class<?> type) {
        return build.type(type);
    }

    Address hub(VmType type) {
        return Address.fromInt(linker.hubAddress(type));
    }

    @Override
    public void close() {
        ImageInfo.codeTable = 0;
        ImageInfo.codeTableLength = 0;
    }
}
