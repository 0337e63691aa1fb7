//! As much of crate hidapi as ctap-hid-fido2 asks for. What is plugged in answers messages; here they are cut
//! into reports and put together again (CTAP 2.1 section 11.2).

use std::{
    collections::VecDeque,
    ffi::{CStr, CString},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Answers a message: its status and what follows it. `None` where it was pulled out.
pub type Answers = Box<dyn FnMut(&[u8]) -> Option<Vec<u8>> + Send>;

const INIT: u8 = 0x86;
const CBOR: u8 = 0x90;
const KEEPALIVE: u8 = 0xbb;

static PLUGGED: Mutex<Vec<Plugged>> = Mutex::new(Vec::new());

struct Plugged {
    path: CString,
    answers: Arc<Mutex<Answers>>,
    barred: bool,
}

fn plugged() -> MutexGuard<'static, Vec<Plugged>> {
    PLUGGED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Plugs a device in.
pub fn plug(answers: Answers, barred: bool) {
    let mut all = plugged();
    let path = CString::new(format!("soft-{}", all.len())).unwrap_or_default();
    all.push(Plugged {
        path,
        answers: Arc::new(Mutex::new(answers)),
        barred,
    });
}

/// Takes all of them out.
pub fn unplug_all() {
    plugged().clear();
}

/// Something went wrong.
#[derive(Debug)]
pub struct HidError;

impl fmt::Display for HidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hid")
    }
}

impl std::error::Error for HidError {}

/// Shorthand.
pub type HidResult<T> = Result<T, HidError>;

/// The way in.
pub struct HidApi {
    devices: Vec<DeviceInfo>,
}

/// A device that is plugged in.
pub struct DeviceInfo {
    path: CString,
}

impl HidApi {
    /// Looks what is plugged in.
    pub fn new() -> HidResult<Self> {
        let all = plugged();
        let devices = all.iter().map(|one| DeviceInfo {
            path: one.path.clone(),
        });
        Ok(Self {
            devices: devices.collect(),
        })
    }

    /// All of them.
    pub fn device_list(&self) -> impl Iterator<Item = &DeviceInfo> {
        self.devices.iter()
    }

    /// Opens one.
    pub fn open_path(&self, path: &CStr) -> HidResult<HidDevice> {
        let all = plugged();
        let one = all.iter().find(|one| one.path.as_c_str() == path);
        let one = one.filter(|one| !one.barred).ok_or(HidError)?;
        Ok(HidDevice {
            answers: one.answers.clone(),
            line: Mutex::new(Line::default()),
        })
    }
}

impl DeviceInfo {
    /// FIDO.
    pub fn usage_page(&self) -> u16 {
        0xf1d0
    }
    /// CTAPHID.
    pub fn usage(&self) -> u16 {
        1
    }
    /// Nobody's.
    pub fn vendor_id(&self) -> u16 {
        0
    }
    /// Nobody's.
    pub fn product_id(&self) -> u16 {
        0
    }
    /// None.
    pub fn product_string(&self) -> Option<&str> {
        None
    }
    /// None.
    pub fn serial_number(&self) -> Option<&str> {
        None
    }
    /// Where it is.
    pub fn path(&self) -> &CStr {
        &self.path
    }
}

/// An open device.
pub struct HidDevice {
    answers: Arc<Mutex<Answers>>,
    line: Mutex<Line>,
}

#[derive(Default)]
struct Line {
    message: Vec<u8>,
    expected: usize,
    command: u8,
    out: VecDeque<[u8; 64]>,
    gone: bool,
}

impl HidDevice {
    /// One report, with its number in front.
    pub fn write(&self, report: &[u8]) -> HidResult<usize> {
        let mut line = self.line.lock().map_err(|_| HidError)?;
        if line.gone || report.len() != 65 {
            return Err(HidError);
        }
        let packet = &report[1..];
        if packet[4] & 0x80 != 0 {
            line.command = packet[4];
            line.expected = usize::from(u16::from_be_bytes([packet[5], packet[6]]));
            line.message = packet[7..].to_vec();
        } else {
            line.message.extend_from_slice(&packet[5..]);
        }
        if line.message.len() < line.expected {
            return Ok(report.len());
        }
        let expected = line.expected;
        line.message.truncate(expected);
        match line.command {
            INIT => {
                let mut told = line.message.clone();
                told.extend([1, 2, 3, 4, 2, 1, 0, 0, 4]);
                line.send([0xff; 4], INIT, &told);
            }
            CBOR => {
                let message = std::mem::take(&mut line.message);
                let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
                match answers(&message) {
                    Some(told) => {
                        // Where a finger is waited for.
                        if matches!(message.first(), Some(1 | 2)) {
                            line.send([1, 2, 3, 4], KEEPALIVE, &[2]);
                        }
                        line.send([1, 2, 3, 4], CBOR, &told);
                    }
                    None => line.gone = true,
                }
            }
            _ => return Err(HidError),
        }
        Ok(report.len())
    }

    /// One report.
    pub fn read(&self, into: &mut [u8]) -> HidResult<usize> {
        let mut line = self.line.lock().map_err(|_| HidError)?;
        let report = line.out.pop_front().ok_or(HidError)?;
        into.get_mut(..64).ok_or(HidError)?.copy_from_slice(&report);
        Ok(64)
    }
}

impl Line {
    fn send(&mut self, channel: [u8; 4], command: u8, told: &[u8]) {
        let length = u16::try_from(told.len()).unwrap_or(u16::MAX).to_be_bytes();
        let mut report = [0; 64];
        report[..4].copy_from_slice(&channel);
        report[4] = command;
        report[5..7].copy_from_slice(&length);
        let (first, rest) = told.split_at(told.len().min(57));
        report[7..7 + first.len()].copy_from_slice(first);
        self.out.push_back(report);
        for (number, part) in rest.chunks(59).enumerate() {
            let mut report = [0; 64];
            report[..4].copy_from_slice(&channel);
            report[4] = u8::try_from(number & 0x7f).unwrap_or(0);
            report[5..5 + part.len()].copy_from_slice(part);
            self.out.push_back(report);
        }
    }
}
