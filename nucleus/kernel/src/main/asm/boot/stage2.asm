; The second stage: finds the memory, loads the kernel image, enters long mode, jumps to the nucleus.
;
; Runs at 0x8000 in real mode, all segments 0. It leaves the processor in 64-bit mode with the first 4 GiB mapped
; at 0 and, not executable, at 0xFFFF_8000_0000_0000; write protection, global pages, no-execute, SSE, system calls and
; (where there is SMEP) no execution of isolates' code in ring 0 switched on, the coprocessor initialised; interrupts
; off, both interrupt controllers masked, rdi = BootInfo, rsp = 0x8_0000; and goes on at the first byte of the image's
; first section. The window's page tables stay in use for ever.
; Whatever is missing is named on the screen, COM1 and port E9, and stops the machine.

%include "layout.inc"

SELECTOR_CODE       equ 0x08
SELECTOR_DATA       equ 0x10

CPUID_NEEDED        equ 1 << 20 | 1 << 29   ; no-execute, 64-bit mode
; Control registers (Intel SDM 3A, 2.5)
CR0_OFF             equ 1 << 2 | 1 << 3             ; emulation, task switched
CR0_PROTECTED       equ 1 << 0
CR0_ON              equ CR0_PROTECTED | 1 << 1 | 1 << 16 | 1 << 31  ; monitor coprocessor, write protection, paging
CR4_OFF             equ 1 << 2                      ; no time-stamps in ring 3
CR4_ON              equ 1 << 5 | 1 << 7 | 1 << 9 | 1 << 10  ; 64-bit page tables, global pages, fxsave, SIMD exceptions
CR4_SMEP            equ 1 << 20
CPUID_FEATURES      equ 7
CPUID_SMEP          equ 1 << 7
MSR_EFER            equ 0xC000_0080
EFER_ON             equ 1 | 1 << 8 | 1 << 11        ; system calls, 64-bit mode, no-execute

PAGE_SIZE           equ 4096
TABLE_BITS          equ 3               ; present, writable
PAGE_BITS           equ 0x83            ; the same, large page
NO_EXECUTE_HIGH     equ 1 << 31         ; bit 63, in an entry's upper half
DIRECTORY_COUNT     equ 4               ; 4 GiB in pages of 2 MiB
WINDOW_SLOT         equ 256             ; PML4 slot of 0xFFFF_8000_0000_0000

    bits 16
    org STAGE2_ADDRESS

; --- the processor ------------------------------------------------------------------------------------

start:
    mov si, text_no_long_mode
    mov eax, 0x8000_0000
    cpuid
    cmp eax, 0x8000_0001
    jb fail
    mov eax, 0x8000_0001
    cpuid
    not edx
    test edx, CPUID_NEEDED
    jnz fail

; Address line 20: the BIOS call, then the fast gate, if still needed.
    mov ax, 0x2401
    int 0x15
    call a20_open
    jnz .a20_done
    in al, 0x92
    or al, 2
    and al, 0xFE                        ; bit 0 would reset the machine
    out 0x92, al
    call a20_open
    mov si, text_no_a20
    jz fail
.a20_done:

; --- memory map ---------------------------------------------------------------------------------------

    mov dword [INFO_MAGIC], "BHBO"
    mov dword [INFO_MAGIC + 4], "OT01"
    mov di, INFO_MAP
    xor ebx, ebx
    xor ebp, ebp                        ; entries
.map:
    mov eax, 0xE820
    mov ecx, MAP_ENTRY_SIZE
    mov edx, "PAMS"                     ; "SMAP", most significant byte first
    int 0x15
    jc .map_end                         ; also how some BIOSes say that there is no further entry
    cmp eax, "PAMS"
    jne .map_end
    inc ebp
    add di, MAP_ENTRY_SIZE
    cmp ebp, MAP_ENTRY_LIMIT
    je .map_end
    test ebx, ebx
    jnz .map
.map_end:
    mov [INFO_MAP_COUNT], ebp

; --- kernel image -------------------------------------------------------------------------------------

; The header goes into BootInfo.
    mov dword [packet.lba], KERNEL_LBA
    mov word [packet.count], 1
    mov word [packet.segment], INFO_HEADER >> 4
    call read_disk
    mov si, text_no_image
    cmp dword [INFO_HEADER], "BLKH"
    jne fail
    cmp dword [INFO_HEADER + 4], "DIMG"
    jne fail

; What the nucleus remembers is written to the disk if it was sealed before a warm restart, by way of low memory, which
; the BIOS reaches. A disk that cannot be written is no reason not to start.
    mov esi, DUMP
    mov edi, DUMP_COPY
    mov ecx, DUMP_PAGES * PAGE_SIZE / 4
    call reach_all_memory
    a32 rep movsd
    sti
    mov ax, DUMP_COPY >> 4
    mov fs, ax
    xor ebp, ebp                        ; dumps written
    cmp dword [fs:0], "DUMP"
    jne .no_dump
    inc dword [fs:DUMP_NUMBER]
    mov eax, [DUMP_LBA]
    mov [packet.lba], eax
    mov word [packet.count], PAGE_SIZE / SECTOR_SIZE
    mov [packet.segment], fs
    mov cx, DUMP_PAGES
.page_of_dump:
    mov si, packet
    mov dl, [INFO_DRIVE]
    mov ax, 0x4300
    int 0x13
    jc .no_dump
    add word [packet.segment], PAGE_SIZE >> 4
    add dword [packet.lba], PAGE_SIZE / SECTOR_SIZE
    loop .page_of_dump
    mov ebp, [fs:DUMP_NUMBER]
.no_dump:
    mov [INFO_DUMPS], ebp
    mov word [packet.segment], BOUNCE >> 4

; Every section goes to its place in memory.
    mov bp, IMAGE_SECTIONS
    mov cx, [IMAGE_SECTION_COUNT]
.section:
    push cx
    call require_memory
    mov eax, [bp + SECTION_OFFSET]
    shr eax, 9
    add eax, KERNEL_LBA
    mov [packet.lba], eax
    mov edi, [bp + SECTION_ADDRESS]
    mov ebx, [bp + SECTION_FILE_SIZE]
    add ebx, SECTOR_SIZE - 1
    shr ebx, 9                          ; sectors left
.chunk:
    mov ecx, BOUNCE_SECTORS
    cmp ebx, ecx
    jae .count_known
    mov ecx, ebx
.count_known:
    jecxz .zero
    mov [packet.count], cx
    call read_disk
    add [packet.lba], ecx
    sub ebx, ecx
    shl ecx, 7                          ; in units of four bytes
    mov esi, BOUNCE
    call reach_all_memory
    a32 rep movsd
    sti
    jmp .chunk
.zero:
    mov ecx, [bp + SECTION_ADDRESS]
    add ecx, [bp + SECTION_MEMORY_SIZE]
    sub ecx, edi
    jbe .next
    add ecx, 3
    shr ecx, 2
    call reach_all_memory
    xor eax, eax
    a32 rep stosd
    sti
.next:
    add bp, SECTION_ENTRY_SIZE
    pop cx
    dec cx
    jnz .section

; --- long mode ----------------------------------------------------------------------------------------

; One page-directory-pointer table serves both mappings; only the window's PML4 entry forbids execution.
    call reach_all_memory
    mov edi, PAGE_TABLES
    xor eax, eax
    mov ecx, (2 + DIRECTORY_COUNT) * PAGE_SIZE / 4
    a32 rep stosd
    mov edi, PAGE_TABLES
    mov eax, (PAGE_TABLES + PAGE_SIZE) | TABLE_BITS
    mov [INFO_WINDOW], eax
    mov [INFO_WINDOW + 4], dword NO_EXECUTE_HIGH
    mov [edi], eax
    mov [edi + WINDOW_SLOT * 8], eax
    mov dword [edi + WINDOW_SLOT * 8 + 4], NO_EXECUTE_HIGH
    add edi, PAGE_SIZE
    mov cx, DIRECTORY_COUNT
.directory:
    add eax, PAGE_SIZE
    mov [edi], eax
    add edi, 8
    loop .directory
    mov edi, PAGE_TABLES + 2 * PAGE_SIZE
    mov eax, PAGE_BITS
    mov cx, DIRECTORY_COUNT * 512
.page:
    mov [edi], eax
    add eax, 2 << 20
    add edi, 8
    loop .page
    mov al, 0xFF                        ; mask every line of both interrupt controllers
    out 0x21, al
    out 0xA1, al
    mov eax, cr4
    and eax, ~CR4_OFF
    or eax, CR4_ON
    mov cr4, eax
    mov eax, PAGE_TABLES
    mov cr3, eax
    mov ecx, MSR_EFER
    rdmsr
    or eax, EFER_ON
    wrmsr
    mov eax, cr0
    and eax, ~(CR0_OFF)
    or eax, CR0_ON
    mov cr0, eax
    jmp SELECTOR_CODE:long_mode

    bits 64
long_mode:
    mov eax, SELECTOR_DATA
    mov ss, eax
    mov esp, NUCLEUS_STACK_TOP
    fninit
    xor eax, eax
    cpuid
    cmp eax, CPUID_FEATURES
    jb .enter
    mov eax, CPUID_FEATURES
    xor ecx, ecx
    cpuid
    test ebx, CPUID_SMEP
    jz .enter
    mov rax, cr4
    or rax, CR4_SMEP
    mov cr4, rax
.enter:
    xor ebp, ebp
    mov edi, BOOT_INFO
    mov eax, [IMAGE_SECTIONS + SECTION_ADDRESS]
    jmp rax
    bits 16

; --- subroutines --------------------------------------------------------------------------------------

; Sets ZF when addresses wrap at 1 MiB: FFFF:0610 is then the same byte as 0000:0600.
a20_open:
    mov ax, 0xFFFF
    mov fs, ax
    mov al, [0x600]
    not al
    mov [fs:0x610], al
    cmp al, [0x600]
    ret

; Checks that the section at bp lies in usable memory, whole. Keeps bp.
require_memory:
    mov ebx, [bp + SECTION_ADDRESS]
    mov eax, ebx
    add eax, [bp + SECTION_MEMORY_SIZE]
    mov di, INFO_MAP
    mov cx, [INFO_MAP_COUNT]
    inc cx
.entry:
    mov si, text_no_memory
    dec cx
    jz fail
    mov esi, edi
    add di, MAP_ENTRY_SIZE
    cmp dword [si + 16], MAP_USABLE
    jne .entry
    cmp dword [si + 4], 0               ; begins above 4 GiB
    jne .entry
    mov edx, [si]
    cmp ebx, edx
    jb .entry
    cmp dword [si + 12], 0              ; 4 GiB or more
    jne .fits
    add edx, [si + 8]
    jc .fits                            ; ends at or above 4 GiB
    cmp eax, edx
    ja .entry
.fits:
    ret

; Reads [packet.count] sectors at [packet.lba] into [packet.segment]:0. Keeps all registers.
read_disk:
    pushad
    mov si, packet
    mov dl, [INFO_DRIVE]
    mov ah, 0x42
    int 0x13
    mov si, text_read_error
    jc fail
    popad
    ret

; Turns interrupts off and gives ds and es base 0 and a limit of 4 GiB in real mode; the BIOS may have reset the
; limits since the last time. Changes eax and dx.
reach_all_memory:
    cli
    lgdt [gdt_pointer]
    mov eax, cr0
    or al, CR0_PROTECTED
    mov cr0, eax
    mov dx, SELECTOR_DATA
    mov ds, dx
    mov es, dx
    and al, ~CR0_PROTECTED
    mov cr0, eax
    jmp .flushed                        ; a jump after each change of CR0, as the manual asks
.flushed:
    xor dx, dx
    mov ds, dx                          ; the limits stay
    mov es, dx
    ret

%include "fail.inc"

; --- data ---------------------------------------------------------------------------------------------

    align 8
gdt:
    dq 0
    dq 0x00AF_9A00_0000_FFFF            ; 64-bit code
    dq 0x00CF_9200_0000_FFFF            ; data, 4 GiB
gdt_pointer:
    dw $ - gdt - 1
    dd gdt

    align 4
packet:                                 ; disk address packet of INT 13h, function 42h
    db 16, 0
.count:   dw 0
.offset:  dw 0
.segment: dw 0
.lba:     dq 0

text_no_long_mode: db "Bulkhead: this processor has no 64-bit mode, or cannot protect data from execution (NX)", 13, 10, 0
text_no_a20:       db "Bulkhead: address line 20 cannot be enabled", 13, 10, 0
text_no_image:     db "Bulkhead: no kernel image at block 64 of the boot disk", 13, 10, 0
text_no_memory:    db "Bulkhead: not enough memory for the kernel image", 13, 10, 0
text_read_error:   db "Bulkhead: the kernel image cannot be read from the boot disk", 13, 10, 0

    times STAGE2_SECTORS * SECTOR_SIZE - ($ - $$) db 0
