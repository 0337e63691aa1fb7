//! Maps of CBOR: what is found in them, and what is put in. What is not there is the status that a device answers.

use ciborium::Value;
use p256::{PublicKey, elliptic_curve::sec1::ToSec1Point};

pub(crate) fn get(map: &Value, key: i64) -> Result<&Value, u8> {
    let entries = map.as_map().ok_or(0x11)?;
    let mut found = entries.iter().filter(|(at, _)| *at == int(key));
    found.next().map(|(_, value)| value).ok_or(0x14)
}

pub(crate) fn named<'v>(map: &'v Value, key: &str) -> Result<&'v Value, u8> {
    let entries = map.as_map().ok_or(0x11)?;
    let mut found = entries.iter().filter(|(at, _)| at.as_text() == Some(key));
    found.next().map(|(_, value)| value).ok_or(0x14)
}

pub(crate) fn bytes(value: &Value) -> Result<&[u8], u8> {
    value.as_bytes().map(Vec::as_slice).ok_or(0x11)
}

pub(crate) fn text(value: &Value) -> Result<String, u8> {
    value.as_text().map(str::to_owned).ok_or(0x11)
}

pub(crate) fn number(value: &Value) -> Result<i64, u8> {
    let number = value.as_integer().ok_or(0x11)?;
    i64::try_from(i128::from(number)).map_err(|_| 0x11)
}

pub(crate) fn int(number: i64) -> Value {
    Value::Integer(number.into())
}

pub(crate) fn cose(key: &PublicKey, algorithm: i64) -> Value {
    let point = key.to_sec1_point(false);
    let point = point.as_bytes();
    Value::Map(vec![
        (int(1), int(2)),
        (int(3), int(algorithm)),
        (int(-1), int(1)),
        (int(-2), Value::Bytes(point[1..33].to_vec())),
        (int(-3), Value::Bytes(point[33..].to_vec())),
    ])
}

pub(crate) fn write(into: &mut Vec<u8>, value: &Value) -> Result<(), u8> {
    ciborium::into_writer(value, into).map_err(|_| 0x7f)
}
