; The boot sector: loads the second stage (LBA 1..63) to 0x8000 and jumps to it.
;
; The BIOS enters at 0:7C00 in real mode with the drive's number in dl. The partition table
; (offset 446) and the disk signature (offset 440) are filled in by the image builder.

%include "layout.inc"

    bits 16
    org BOOT_STACK

start:
    cli
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, BOOT_STACK
    jmp 0:.canonical                    ; some BIOSes enter at 07C0:0000
.canonical:
    sti
    cld
    movzx ecx, dl
    mov [INFO_DRIVE], ecx
    rdtsc
    mov [INFO_TICKS], eax
    mov [INFO_TICKS + 4], edx
    mov dl, cl
    mov ah, 0x42
    mov si, packet
    int 0x13
    mov si, text_read_error
    jc fail
    jmp 0:STAGE2_ADDRESS

%include "fail.inc"

    align 4
packet:                                 ; disk address packet of INT 13h, function 42h
    db 16, 0
    dw STAGE2_SECTORS
    dw STAGE2_ADDRESS, 0
    dq STAGE2_LBA

text_read_error: db "Bulkhead: the BIOS cannot read this disk by block number", 13, 10, 0

    times 440 - ($ - $$) db 0
    times 70 db 0                       ; disk signature and partition table: the image builder's
    dw 0xAA55
