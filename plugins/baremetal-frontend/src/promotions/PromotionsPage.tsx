import { Route, Routes } from 'react-router-dom';
import { PromotionPage } from './PromotionPage';
import { QueuePage } from './QueuePage';

/** The queue, and one promotion below it. */
export function PromotionsPage() {
  return (
    <Routes>
      <Route path="/" element={<QueuePage />} />
      <Route path="/:id" element={<PromotionPage />} />
    </Routes>
  );
}
