package org.bulkhead.drivers.ata;

/** A transfer of sectors: which command makes it, by direction, way and width of the address. */
enum Transfer {
    READ(AtaCommand.READ_SECTORS, AtaCommand.READ_MULTIPLE, AtaCommand.READ_DMA, AtaCommand.READ_SECTORS_EXT, AtaCommand.READ_MULTIPLE_EXT, AtaCommand.READ_DMA_EXT),
    WRITE(AtaCommand.WRITE_SECTORS, AtaCommand.WRITE_MULTIPLE, AtaCommand.WRITE_DMA, AtaCommand.WRITE_SECTORS_EXT, AtaCommand.WRITE_MULTIPLE_EXT, AtaCommand.WRITE_DMA_EXT);

    /** How the data move. */
    enum Way {
        /** By the processor, with an interrupt for each sector. */
        SECTORS,
        /** By the processor, with an interrupt for each group of sectors. */
        MULTIPLE,
        /** By the bus master, with one interrupt. */
        DMA
    }

    private static final int WAYS = Way.values().length;

    private final AtaCommand[] commands;

    Transfer(AtaCommand... commands) {
        this.commands = commands;
    }

    /** Returns the command for a way and a width of the address. */
    AtaCommand command(Way way, AtaUnit.Addressing addressing) {
        return commands[way.ordinal() + addressing.ordinal() * WAYS];
    }
}
