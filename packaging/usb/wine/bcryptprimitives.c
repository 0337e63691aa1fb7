/* Wine 8 has no bcryptprimitives.dll, of which Rust's standard library asks ProcessPrng. Windows has its own since Vista:
   this one is for `./cle check windows` and lies on no stick. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    return SystemFunction036(bytes, (ULONG)length);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
