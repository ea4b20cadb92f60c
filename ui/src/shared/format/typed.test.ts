import { describe, expect, it } from 'vitest';
import { fieldNumber, fieldPrice, fieldRate, typedForEye } from './typed';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a number put into a field', () => {
  it('has no grouping and no more zeros than needed', () => {
    expect(fieldPrice(465_000, 'fr')).toBe('46,50');
    expect(fieldPrice(465_000, 'en')).toBe('46.50');
    expect(fieldPrice(345, 'nl')).toBe('0,0345');
    expect(fieldPrice(13_900_000, 'fr')).toBe('1390,00');
    expect(fieldRate(600, 'fr')).toBe('6');
    expect(fieldRate(550, 'fr')).toBe('5,5');
    expect(fieldNumber(-1000, 3, 0, 'fr')).toBe('-1');
  });
});

describe('a typed number for the eye', () => {
  it('is grouped and has its cents', () => {
    expect(plain(typedForEye('1390', 2, 'fr'))).toBe('1 390,00');
    expect(plain(typedForEye('7,2', 0, 'fr'))).toBe('7,2');
    expect(plain(typedForEye('46.5', 2, 'fr'))).toBe('46,50');
    expect(plain(typedForEye('-12,5', 2, 'fr'))).toBe('\u221212,50');
  });

  it('is left alone where it could be meant otherwise or is none', () => {
    expect(typedForEye('1.390', 2, 'fr')).toBe('1.390');
    expect(typedForEye('1,390', 2, 'en')).toBe('1,390');
    expect(typedForEye('50o', 2, 'fr')).toBe('50o');
    expect(typedForEye('', 2, 'fr')).toBe('');
  });
});
